package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the line of a test field by field, as there is one for each test and looking its fields up by reflection costs
 * more than writing them; the result is what {@link Journal#MAPPER} makes of the record. Not thread-safe.
 */
final class LineFormat {

    private final JsonGenerator out;
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    LineFormat(JsonGenerator out) {
        this.out = out;
    }

    void write(TestRecord test) throws IOException {
        out.writeStartObject();
        out.writeStringField("record", "test");
        out.writeStringField("id", test.id());
        out.writeStringField("className", test.className());
        optional("methodName", test.methodName());
        out.writeStringField("displayName", test.displayName());
        optional("tier", test.tier());
        expectation(test.expectation());
        outcome(test.outcome());
        out.writeStringField("verdict", test.verdict().name());
        optional("incident", test.incident());
        optional("symptom", test.symptom());
        out.writeStringField("explanation", test.explanation());
        if (test.startedAt() != null) {
            out.writeStringField("startedAt", text(test.startedAt()));
        }
        if (test.durationMillis() != null) {
            out.writeNumberField("durationMillis", test.durationMillis());
        }
        texts("flags", test.flags());
        evidence(test.evidence());
        out.writeEndObject();
    }

    private void expectation(TestRecord.ExpectationEntry expectation) throws IOException {
        out.writeObjectFieldStart("expectation");
        out.writeStringField("kind", expectation.kind());
        texts("incidents", expectation.incidents());
        optional("symptom", expectation.symptom());
        out.writeEndObject();
    }

    private void outcome(TestRecord.OutcomeEntry outcome) throws IOException {
        out.writeObjectFieldStart("outcome");
        out.writeStringField("kind", outcome.kind());
        out.writeBooleanField("bodyRan", outcome.bodyRan());
        out.writeArrayFieldStart("failures");
        for (var failure : outcome.failures()) {
            failure(failure);
        }
        out.writeEndArray();
        optional("reason", outcome.reason());
        out.writeEndObject();
    }

    private void failure(FailureEntry failure) throws IOException {
        out.writeStartObject();
        out.writeStringField("origin", failure.origin());
        out.writeArrayFieldStart("causes");
        for (var cause : failure.causes()) {
            out.writeStartObject();
            out.writeStringField("type", cause.type());
            optional("message", cause.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("trace", failure.trace());
        out.writeEndObject();
    }

    private void evidence(List<EvidenceEntry> evidence) throws IOException {
        out.writeArrayFieldStart("evidence");
        for (var entry : evidence) {
            out.writeStartObject();
            out.writeStringField("name", entry.name());
            out.writeStringField("mediaType", entry.mediaType());
            out.writeStringField("content", entry.content());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (var value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private void optional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
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
