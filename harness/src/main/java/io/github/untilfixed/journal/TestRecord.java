package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.untilfixed.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one planned test was expected to do, what it did, and what that means.
 *
 * @param id the JUnit unique id
 * @param className the class that declares it, or the nearest name when there is none
 * @param methodName the method, or null for a synthetic entry
 * @param displayName what JUnit shows
 * @param tier the tag of its tier, or null without one
 * @param expectation what was expected
 * @param outcome what happened
 * @param verdict what that means
 * @param incident the id of the incident that the verdict speaks of, or null
 * @param symptom the name of the symptom that matched, or null
 * @param explanation one or two sentences for a person
 * @param startedAt when it started, or null if it never did
 * @param durationMillis how long it ran, measured; null if it never started
 * @param flags any of {@link #HOLLOW}, {@link #KNOWN_ISSUE} and {@link #POST_FIX_ONLY}
 * @param evidence what was collected about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestRecord(
        String id,
        String className,
        @Nullable String methodName,
        String displayName,
        @Nullable String tier,
        ExpectationEntry expectation,
        OutcomeEntry outcome,
        Verdict verdict,
        @Nullable String incident,
        @Nullable String symptom,
        String explanation,
        @Nullable Instant startedAt,
        @Nullable Double durationMillis,
        List<String> flags,
        List<EvidenceEntry> evidence)
        implements JournalRecord {

    /** The flag of a test that can show nothing. */
    public static final String HOLLOW = "HOLLOW";

    /** The flag of a test that has parts which were judged on their own. */
    public static final String KNOWN_ISSUE = "KNOWN_ISSUE";

    /** The flag of a test that first runs when the fix is claimed. */
    public static final String POST_FIX_ONLY = "POST_FIX_ONLY";

    /**
     * What was expected of a test.
     *
     * @param kind PASS, FAILS_UNTIL_FIXED, INTERMITTENT, or POST_FIX when an incident of the test is flipped
     * @param incidents the ids of the incidents that block the test, empty for PASS
     * @param symptom the only symptom allowed, or null for any of the incidents'
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExpectationEntry(
            String kind, List<String> incidents, @Nullable String symptom) {}

    /**
     * What a test did.
     *
     * @param kind RETURNED, THREW, ABORTED or NOT_RUN
     * @param bodyRan whether the body of the test was entered
     * @param failures every failure, the first one first; empty when there was none
     * @param reason why it was aborted or not run, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeEntry(
            String kind,
            boolean bodyRan,
            List<FailureEntry> failures,
            @Nullable String reason) {}

    /**
     * One failure of a test.
     *
     * @param origin the name of the {@link io.github.untilfixed.incident.Origin}
     * @param causes the exception and its causes, outermost first
     * @param trace the head of the stack trace, redacted
     */
    public record FailureEntry(String origin, List<CauseEntry> causes, String trace) {}

    /**
     * One exception of a cause chain.
     *
     * @param type the class name
     * @param message the message, redacted, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CauseEntry(String type, @Nullable String message) {}

    /**
     * A piece of evidence.
     *
     * @param name what it is, for example {@code staging log}
     * @param mediaType for example {@code text/plain}
     * @param content the redacted text
     */
    public record EvidenceEntry(String name, String mediaType, String content) {}
}
