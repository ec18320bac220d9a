package io.github.untilfixed.journal;

import static io.github.untilfixed.journal.LineBuffer.ascii;

import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the line of a test byte by byte, as there is one for each test: Jackson takes nearly twice as long (see
 * {@code docs/benchmarks.md}). The text is what {@link Journal#MAPPER} makes of the record. Not thread-safe.
 */
final class LineFormat {

    private static final byte[] ID = ascii("{\"record\":\"test\",\"id\":");
    private static final byte[] CLASS_NAME = ascii(",\"className\":");
    private static final byte[] METHOD_NAME = ascii(",\"methodName\":");
    private static final byte[] DISPLAY_NAME = ascii(",\"displayName\":");
    private static final byte[] TIER = ascii(",\"tier\":");
    private static final byte[] EXPECTATION = ascii(",\"expectation\":{\"kind\":");
    private static final byte[] INCIDENTS = ascii(",\"incidents\":");
    private static final byte[] SYMPTOM = ascii(",\"symptom\":");
    private static final byte[] OUTCOME = ascii("},\"outcome\":{\"kind\":");
    private static final byte[] BODY_RAN = ascii(",\"bodyRan\":true,\"failures\":");
    private static final byte[] BODY_DID_NOT_RUN = ascii(",\"bodyRan\":false,\"failures\":");
    private static final byte[] ORIGIN = ascii("{\"origin\":");
    private static final byte[] CAUSES = ascii(",\"causes\":");
    private static final byte[] TYPE = ascii("{\"type\":");
    private static final byte[] MESSAGE = ascii(",\"message\":");
    private static final byte[] TRACE = ascii(",\"trace\":");
    private static final byte[] REASON = ascii(",\"reason\":");
    private static final byte[] VERDICT = ascii("},\"verdict\":");
    private static final byte[] INCIDENT = ascii(",\"incident\":");
    private static final byte[] EXPLANATION = ascii(",\"explanation\":");
    private static final byte[] STARTED_AT = ascii(",\"startedAt\":");
    private static final byte[] DURATION = ascii(",\"durationMillis\":");
    private static final byte[] FLAGS = ascii(",\"flags\":");
    private static final byte[] EVIDENCE = ascii(",\"evidence\":");
    private static final byte[] NAME = ascii("{\"name\":");
    private static final byte[] MEDIA_TYPE = ascii(",\"mediaType\":");
    private static final byte[] CONTENT = ascii(",\"content\":");

    private final LineBuffer out;
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    LineFormat(LineBuffer out) {
        this.out = out;
    }

    void write(TestRecord test) {
        field(ID, test.id());
        field(CLASS_NAME, test.className());
        field(METHOD_NAME, test.methodName());
        field(DISPLAY_NAME, test.displayName());
        field(TIER, test.tier());
        expectation(test.expectation());
        outcome(test.outcome());
        field(VERDICT, test.verdict().name());
        field(INCIDENT, test.incident());
        field(SYMPTOM, test.symptom());
        field(EXPLANATION, test.explanation());
        field(STARTED_AT, test.startedAt() == null ? null : text(test.startedAt()));
        if (test.durationMillis() != null) {
            out.raw(DURATION);
            out.raw(ascii(test.durationMillis().toString()));
        }
        out.raw(FLAGS);
        array(test.flags(), out::text);
        out.raw(EVIDENCE);
        array(test.evidence(), this::evidence);
        out.raw('}');
    }

    private void expectation(TestRecord.ExpectationEntry expectation) {
        field(EXPECTATION, expectation.kind());
        out.raw(INCIDENTS);
        array(expectation.incidents(), out::text);
        field(SYMPTOM, expectation.symptom());
    }

    private void outcome(TestRecord.OutcomeEntry outcome) {
        field(OUTCOME, outcome.kind());
        out.raw(outcome.bodyRan() ? BODY_RAN : BODY_DID_NOT_RUN);
        array(outcome.failures(), this::failure);
        field(REASON, outcome.reason());
    }

    private void failure(FailureEntry failure) {
        field(ORIGIN, failure.origin());
        out.raw(CAUSES);
        array(failure.causes(), this::cause);
        field(TRACE, failure.trace());
        out.raw('}');
    }

    private void cause(CauseEntry cause) {
        field(TYPE, cause.type());
        field(MESSAGE, cause.message());
        out.raw('}');
    }

    private void evidence(EvidenceEntry entry) {
        field(NAME, entry.name());
        field(MEDIA_TYPE, entry.mediaType());
        field(CONTENT, entry.content());
        out.raw('}');
    }

    private <T> void array(List<T> values, Consumer<T> each) {
        out.raw('[');
        for (int index = 0; index < values.size(); index++) {
            if (index > 0) {
                out.raw(',');
            }
            each.accept(values.get(index));
        }
        out.raw(']');
    }

    /** A field that has no value is left out. */
    private void field(byte[] name, @Nullable String value) {
        if (value != null) {
            out.raw(name);
            out.text(value);
        }
    }

    /** Many tests start within one second, whose text is made once. */
    private String text(Instant instant) {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            var whole = DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(second));
            secondText = whole.substring(0, whole.length() - 1);
        }
        int nanos = instant.getNano();
        if (nanos == 0) {
            return secondText + "Z";
        }
        var digits = Integer.toString(1_000_000_000 + nanos);
        int end = nanos % 1_000_000 == 0 ? 4 : nanos % 1_000 == 0 ? 7 : 10;
        return secondText + "." + digits.substring(1, end) + "Z";
    }
}
