package io.github.untilfixed;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts facts on the record of the test that asks for a parameter of this type; they go to the journal with the test's
 * id. Thread-safe while the test runs.
 *
 * <p>Names are in kebab case, for example {@code startup-phase}; attributes are further facts by name.
 */
public interface Observations {

    /** Records a number that this run observed; the unit is null for a count. */
    void measured(String name, double value, @Nullable String unit, Map<String, String> attributes);

    /** Records an observation that is not a number, for example a state. */
    void observed(String name, Map<String, String> attributes);

    /**
     * Records a number that a model computed; the unit is null for a count.
     *
     * @param profile names the settings of the model
     */
    void modelled(String name, String profile, double value, @Nullable String unit, Map<String, String> attributes);

    /** Records a number that was read from a setting; the unit is null for a count. */
    void configured(String name, double value, @Nullable String unit, Map<String, String> attributes);

    /** Records a number that a person wrote down; the unit is null for a count. */
    void declared(String name, double value, @Nullable String unit, Map<String, String> attributes);

    /** Attaches a text to the test's verdict; secrets are removed before it is written. */
    void evidence(String name, String mediaType, String text);

    /** Records a duration that this run observed, in milliseconds of real time. */
    default void measured(String name, Duration value, Map<String, String> attributes) {
        measured(name, value.toNanos() / 1e6, "ms", attributes);
    }
}
