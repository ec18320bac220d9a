package io.github.untilfixed.config;

import java.util.Map;

/**
 * One place that settings come from.
 *
 * @param name how a message names it, for example {@code system property}
 * @param values the settings by full key; a blank value counts as not set
 * @param mayHoldSecrets whether a password may come from here: not where a process list shows it
 */
public record Source(String name, Map<String, String> values, boolean mayHoldSecrets) {

    /** Copies the map. */
    public Source {
        values = Map.copyOf(values);
    }
}
