package io.github.untilfixed.incident;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads one symptom of a registry. */
final class SymptomReader {

    private static final List<String> CRITERIA =
            List.of("exceptions", "message", "sqlstate", "http-status", "startup-phase", "measured");
    private static final List<String> KEYS =
            Stream.concat(CRITERIA.stream(), Stream.of("origin", "description")).toList();
    /** By itself it tells no failure from another. */
    private static final Set<String> ANY_EXCEPTION =
            Set.of("Throwable", "java.lang.Throwable", "Exception", "java.lang.Exception");

    /** Texts that have nothing in common. */
    private static final List<String> UNLIKE = List.of("\0", "a", "7", "-");

    private static final String PATTERN = "a regular expression that is not found in every text";
    private static final String DURATION = "a duration such as 75s";

    private SymptomReader() {}

    static Symptom read(String name, YamlMap entry) {
        entry.allow(KEYS);
        var exceptions = entry.texts("exceptions");
        if (CRITERIA.stream().noneMatch(entry::gives)) {
            entry.problem("would match every failure; give at least one of " + String.join(", ", CRITERIA));
        } else if (CRITERIA.stream().filter(entry::gives).allMatch("exceptions"::equals)
                && exceptions.stream().anyMatch(ANY_EXCEPTION::contains)) {
            entry.problem(
                    "exceptions",
                    "'exceptions' " + exceptions + " would match almost every failure; name the exception that the"
                            + " incident shows, or give another criterion as well");
        }
        return new Symptom(
                name,
                entry.text("description"),
                origins(entry),
                exceptions,
                entry.parsed("message", PATTERN, SymptomReader::pattern),
                entry.texts("sqlstate"),
                entry.texts("http-status"),
                entry.texts("startup-phase"),
                entry.map("measured").map(SymptomReader::band));
    }

    private static Set<Origin> origins(YamlMap entry) {
        var origins = EnumSet.noneOf(Origin.class);
        for (var text : entry.texts("origin")) {
            RegistryReader.constant(Origin.values(), text)
                    .ifPresentOrElse(
                            origins::add,
                            () -> entry.problem(
                                    "origin",
                                    "'origin' is '" + text + "'; allowed: " + RegistryReader.names(Origin.values())));
        }
        return origins.isEmpty() ? Symptom.DEFAULT_ORIGINS : Set.copyOf(origins);
    }

    private static Band band(YamlMap entry) {
        entry.allow(List.of("at-least", "at-most"));
        var atLeast = entry.parsed("at-least", DURATION, Durations::parse);
        var atMost = entry.parsed("at-most", DURATION, Durations::parse);
        if (!entry.gives("at-most") && atLeast.map(Duration::isZero).orElse(!entry.gives("at-least"))) {
            entry.problem("'measured' holds for every duration; give at-least above 0, or at-most");
        }
        var band = new Band(atLeast.orElse(Duration.ZERO), atMost.orElse(Band.UNBOUNDED));
        if (band.atLeast().compareTo(band.atMost()) > 0) {
            entry.problem("'measured' has at-least above at-most");
        }
        return band;
    }

    /** An empty alternative, as in {@code timed out|}, is an easy slip that would forgive every message. */
    private static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text)).filter(pattern -> !foundInEvery(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean foundInEvery(Pattern pattern) {
        return UNLIKE.stream().allMatch(text -> pattern.matcher(text).find());
    }
}
