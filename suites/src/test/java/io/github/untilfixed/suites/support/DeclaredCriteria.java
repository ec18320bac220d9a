package io.github.untilfixed.suites.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * The criteria that an incident declares for its fix, read from the registry: what a test asks for is what the reports print.
 *
 * @param incident its id
 * @param entries as they stand in the registry
 */
public record DeclaredCriteria(String incident, JsonNode entries) {

    private static final String REGISTRY = "/incidents.yaml";

    /** Reads those of an incident. */
    public static DeclaredCriteria of(String incident) throws IOException {
        try (var stream = DeclaredCriteria.class.getResourceAsStream(REGISTRY)) {
            for (var entry : new YAMLMapper().readTree(stream).path("incidents")) {
                if (entry.path("id").asText().equals(incident)) {
                    return new DeclaredCriteria(
                            incident, entry.path("narrative").path("criteria"));
                }
            }
        }
        throw new IllegalStateException("incident " + incident + " is not in " + REGISTRY);
    }

    /**
     * Returns the highest rate that is declared for a check, 0..1.
     *
     * @throws IllegalStateException when there is none
     */
    public double strictest(String check) {
        return highest(check, "at-least", 0);
    }

    /** Returns the confidence with which it has to be shown, 0..1; 0.95 where none is declared, as in the reports. */
    public double confidence(String check) {
        return highest(check, "confidence", 0.95);
    }

    /**
     * Returns how many trials a check takes at least, 1 where nothing is declared.
     *
     * @throws IllegalStateException when there is no criterion with that check
     */
    public int trials(String check) {
        return (int) highest(check, "trials", 1);
    }

    private double highest(String check, String key, double undeclared) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("check").asText().equals(check))
                .mapToDouble(entry -> entry.path(key).asDouble(undeclared))
                .max()
                .orElseThrow(() -> new IllegalStateException(
                        "incident " + incident + " declares no criterion with the check '" + check + "'"));
    }
}
