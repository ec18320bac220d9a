package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a test or a fixture put on record: a measured duration, a state of the connector, a start of the service.
 *
 * @param at when it was observed
 * @param test the unique id of the test that observed it, or null outside a test
 * @param name what was observed, in kebab case, for example {@code startup-phase}
 * @param provenance whether the value was measured, modelled, configured or declared
 * @param value the number, or null when the observation is text only
 * @param unit the unit of the value, for example {@code ms}; null for a count or a text
 * @param attributes further facts by name, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationRecord(
        Instant at,
        @Nullable String test,
        String name,
        Provenance provenance,
        @Nullable Double value,
        @Nullable String unit,
        Map<String, String> attributes)
        implements JournalRecord {

    /** Returns the same observation, made by a test. */
    public ObservationRecord by(String uniqueId) {
        return new ObservationRecord(at, uniqueId, name, provenance, value, unit, attributes);
    }
}
