package io.github.untilfixed.incident;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at what an incident's narrative declares as success criteria. They stay text for the reports; but a rate in percent
 * or a misspelt key would make a criterion that nothing can meet, or one that everything meets.
 */
final class CriteriaReader {

    private static final List<String> KEYS =
            List.of("name", "horizon", "statement", "check", "at-least", "confidence", "trials");
    private static final String RATE = "a rate above 0 and below 1, such as 0.95; without it every trial must succeed";
    private static final String CONFIDENCE = "a number above 0 and below 1, such as 0.95";

    private CriteriaReader() {}

    static void check(YamlMap narrative) {
        for (var entry : narrative.maps("criteria")) {
            entry.allow(KEYS);
            entry.requiredText("name");
            number(entry, "at-least", RATE, CriteriaReader::share);
            number(entry, "confidence", CONFIDENCE, CriteriaReader::share);
            number(entry, "trials", "a whole number from 1", RegistryReader::index);
        }
    }

    /** The reports take a text for no number, and a criterion without its rate is met by one trial. */
    private static <T> void number(YamlMap entry, String key, String allowed, Function<String, Optional<T>> parser) {
        boolean valid = entry.parsed(key, allowed, parser).isPresent();
        if (valid && !(entry.verbatim().get(key) instanceof Number)) {
            entry.problem(
                    key,
                    "'" + key + "' is the text '" + entry.text(key).orElseThrow() + "'; allowed: without quotes, "
                            + allowed);
        }
    }

    private static Optional<Double> share(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(share -> share > 0 && share < 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
