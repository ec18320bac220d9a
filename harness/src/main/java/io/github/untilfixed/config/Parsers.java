package io.github.untilfixed.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parsers that the table of keys uses. */
final class Parsers {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h)");

    private Parsers() {}

    static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Key.Parser<Integer> integer(int lowest, int highest) {
        return text -> number(text)
                .filter(value -> value >= lowest && value <= highest)
                .map(Long::intValue);
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Key.Parser<E> constant(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> id(constant).equals(text))
                .findFirst();
    }

    static Key.Parser<String> oneOf(String... allowed) {
        return text -> Optional.of(text).filter(Arrays.asList(allowed)::contains);
    }

    /** Accepts {@code all}, {@code none} or tiers separated by commas. */
    static Optional<Set<Tier>> tiers(String text) {
        if (text.equals("all")) {
            return Optional.of(EnumSet.allOf(Tier.class));
        }
        if (text.equals("none")) {
            return Optional.of(EnumSet.noneOf(Tier.class));
        }
        var tiers = list(text).orElseThrow().stream().map(Tier::of).toList();
        return tiers.stream().allMatch(Optional::isPresent)
                ? Optional.of(tiers.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Tier.class))))
                : Optional.empty();
    }

    static Optional<Set<Tier>> someTiers(String text) {
        return tiers(text).filter(tiers -> !tiers.isEmpty());
    }

    static Optional<List<String>> list(String text) {
        return Optional.of(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList());
    }

    static Optional<String> text(String text) {
        return Optional.of(text);
    }

    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Accepts an address; slashes at its end are dropped, as paths that begin with one are put behind it. */
    static Optional<URI> http(String text) {
        try {
            var uri = new URI(text.replaceAll("/+$", ""));
            var scheme = uri.getScheme();
            return "http".equals(scheme) || "https".equals(scheme)
                    ? Optional.of(uri).filter(candidate -> candidate.getHost() != null)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<String> jdbcUrl(String text) {
        return Optional.of(text).filter(url -> url.startsWith("jdbc:postgresql:"));
    }

    static Optional<Duration> duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(match.group(1));
        return Optional.of(
                switch (match.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "min" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** Accepts an instant such as {@code 2026-11-23T08:00:00Z}, or a day, which stands for its first moment in UTC. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.length() == "2026-11-23".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> String ids(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Parsers::id).collect(Collectors.joining(", "));
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
