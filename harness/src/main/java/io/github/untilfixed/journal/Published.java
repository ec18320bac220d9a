package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How observations and evidence travel from a test to the journal: as JSON in a JUnit report entry. */
public final class Published {

    private static final String OBSERVATION = "untilfixed.observation";
    private static final String EVIDENCE = "untilfixed.evidence";

    private Published() {}

    /** Returns the report entry of an observation. */
    public static Map<String, String> entry(ObservationRecord observation) {
        return Map.of(OBSERVATION, json(observation));
    }

    /** Returns the report entry of a piece of evidence. */
    public static Map<String, String> entry(TestRecord.EvidenceEntry evidence) {
        return Map.of(EVIDENCE, json(evidence));
    }

    /** Returns the observation that a report entry carries, or empty when it is none of ours. */
    public static Optional<ObservationRecord> observation(Map<String, String> entry) {
        return parse(entry.get(OBSERVATION), ObservationRecord.class);
    }

    /** Returns the evidence that a report entry carries, or empty when it is none of ours. */
    public static Optional<TestRecord.EvidenceEntry> evidence(Map<String, String> entry) {
        return parse(entry.get(EVIDENCE), TestRecord.EvidenceEntry.class);
    }

    private static String json(Object value) {
        try {
            return Journal.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    private static <T> Optional<T> parse(@Nullable String json, Class<T> type) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Journal.MAPPER.readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a published " + type.getSimpleName() + ": " + json, e);
        }
    }
}
