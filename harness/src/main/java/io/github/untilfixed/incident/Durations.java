package io.github.untilfixed.incident;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
public final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(ms|s|min|h)");

    private Durations() {}

    /** Returns the duration of a text such as {@code 75s}, {@code 0.5 s} or {@code 10min}; empty when it is none. */
    public static Optional<Duration> parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        double unitMillis = switch (match.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            default -> 3_600_000;
        };
        return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(match.group(1)) * unitMillis * 1e6)));
    }

    /** Returns the duration in seconds or, below one second, in milliseconds. */
    public static String text(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1e6);
        if (millis < 1_000) {
            return millis + " ms";
        }
        var seconds = String.format(Locale.ROOT, "%.3f", millis / 1e3).replaceAll("\\.?0+$", "");
        return seconds + " s";
    }
}
