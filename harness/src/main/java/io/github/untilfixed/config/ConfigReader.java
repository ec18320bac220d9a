package io.github.untilfixed.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads typed values out of ordered sources and collects what is wrong; used once, by one thread. */
final class ConfigReader {

    private final List<Source> sources;
    private final Set<String> problems = new TreeSet<>();

    ConfigReader(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Returns the value of a key that has a default. */
    <T> T value(Key<T> key, T fallback) {
        return optional(key).orElse(fallback);
    }

    /** Returns the value of a key, its parsed default when it is not set; a wrong one is remembered as a problem. */
    <T> T value(Key<T> key) {
        return optional(key)
                .or(() -> key.parser().parse(key.fallback()))
                .orElseThrow(() -> new IllegalStateException(key.name() + " has no valid default"));
    }

    /** Returns the value of a key, empty when it is not set or wrong. */
    <T> Optional<T> optional(Key<T> key) {
        return find(key.name()).flatMap(found -> parse(key, found));
    }

    /** Remembers a problem that more than one key is needed to see. */
    void problem(String text) {
        problems.add(text);
    }

    void rejectUnknownKeys() {
        var known = HarnessKeys.names().collect(Collectors.toSet());
        for (var source : sources) {
            source.values().keySet().stream()
                    .filter(key -> key.startsWith(Key.PREFIX) && !known.contains(key))
                    .forEach(key -> problems.add(unknown(key, source)));
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private <T> Optional<T> parse(Key<T> key, Found found) {
        if (key.secret() && !found.source().mayHoldSecrets()) {
            problems.add(
                    "%s: must not be given as %s, which other processes can read; use the environment variable %s or untilfixed.properties"
                            .formatted(key.name(), found.source().name(), key.environmentVariable()));
            return Optional.empty();
        }
        var parsed = key.parser().parse(found.text());
        if (parsed.isEmpty()) {
            problems.add("%s: '%s' (from %s) is not allowed; allowed: %s"
                    .formatted(
                            key.name(), shown(key, found.text()), found.source().name(), key.allowed()));
        }
        return parsed;
    }

    /** Before an @ a password may stand, also in an address that is none. */
    static String shown(Key<?> key, String text) {
        return key.secret() || text.contains("@") ? "***" : text;
    }

    private Optional<Found> find(String key) {
        for (var source : sources) {
            var text = source.values().getOrDefault(key, "").strip();
            if (!text.isEmpty()) {
                return Optional.of(new Found(text, source));
            }
        }
        return Optional.empty();
    }

    private static String unknown(String key, Source source) {
        var nearest = Distance.nearest(key, HarnessKeys.names().toList());
        return "%s: unknown key (from %s); did you mean %s? Known keys: %s"
                .formatted(key, source.name(), nearest, HarnessKeys.names().collect(Collectors.joining(", ")));
    }

    private record Found(String text, Source source) {}
}
