package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import java.io.IOException;

/**
 * Writes lines field by field: looking up what the fields of a record are costs more than writing them, and the first
 * time a tenth of a second. The result is what {@link Journal#MAPPER} makes of the record. Not thread-safe.
 */
final class LineFormat {

    private final JsonGenerator out;
    private final Fields fields;

    LineFormat(JsonGenerator out) {
        this.out = out;
        this.fields = new Fields(out);
    }

    void write(JournalRecord line) throws IOException {
        out.writeStartObject();
        if (line instanceof TestRecord test) {
            test(test);
        } else if (line instanceof ObservationRecord observation) {
            fields.text("record", "observation");
            observation(observation);
        } else if (line instanceof RunRecord run) {
            run(run);
        } else if (line instanceof EndRecord end) {
            end(end);
        }
        out.writeEndObject();
    }

    private void run(RunRecord run) throws IOException {
        fields.text("record", "run");
        out.writeNumberField("schema", run.schema());
        fields.text("runId", run.runId());
        fields.instant("startedAt", run.startedAt());
        fields.text("mode", run.mode().name());
        fields.texts("postFix", run.postFix());
        if (run.unexpectedPass() != null) {
            fields.text("unexpectedPass", run.unexpectedPass().name());
        }
        fields.texts("faults", run.faults());
        fields.text("environment", run.environment());
        fields.text("toxiproxy", run.toxiproxy());
        out.writeNumberField("timeScale", run.timeScale());
        out.writeNumberField("seed", run.seed());
        fields.text("tier", run.tier());
        out.writeNumberField("planned", run.planned());
        fields.text("commit", run.commit());
        out.writeBooleanField("dirty", run.dirty());
        fields.objects("incidents", run.incidents(), this::incident);
        fields.map("platform", run.platform());
    }

    private void incident(IncidentSnapshot incident) throws IOException {
        fields.text("id", incident.id());
        fields.text("title", incident.title());
        fields.text("url", incident.url());
        fields.text("kind", incident.kind());
        fields.text("owner", incident.owner());
        fields.text("opened", incident.opened().toString());
        fields.text("reviewBy", incident.reviewBy().toString());
        fields.text("state", incident.state());
        out.writeBooleanField("flipped", incident.flipped());
        fields.text("fault", incident.fault());
        fields.map("symptoms", incident.symptoms());
        fields.map("narrative", incident.narrative());
    }

    private void observation(ObservationRecord observation) throws IOException {
        fields.instant("at", observation.at());
        fields.text("test", observation.test());
        fields.text("name", observation.name());
        fields.text("provenance", observation.provenance().name());
        fields.number("value", observation.value());
        fields.text("unit", observation.unit());
        fields.map("attributes", observation.attributes());
    }

    private void end(EndRecord end) throws IOException {
        fields.text("record", "end");
        fields.instant("finishedAt", end.finishedAt());
        out.writeNumberField("tests", end.tests());
        fields.texts("problems", end.problems());
        fields.texts("fixed", end.fixed());
        fields.texts("unverified", end.unverified());
        fields.texts("deletions", end.deletions());
    }

    private void test(TestRecord test) throws IOException {
        fields.text("record", "test");
        fields.text("id", test.id());
        fields.text("className", test.className());
        fields.text("methodName", test.methodName());
        fields.text("displayName", test.displayName());
        fields.text("tier", test.tier());
        expectation(test.expectation());
        outcome(test.outcome());
        fields.text("verdict", test.verdict().name());
        fields.text("incident", test.incident());
        fields.text("symptom", test.symptom());
        fields.text("explanation", test.explanation());
        fields.instant("startedAt", test.startedAt());
        fields.number("durationMillis", test.durationMillis());
        fields.texts("flags", test.flags());
        fields.objects("evidence", test.evidence(), this::evidence);
    }

    private void expectation(TestRecord.ExpectationEntry expectation) throws IOException {
        out.writeObjectFieldStart("expectation");
        fields.text("kind", expectation.kind());
        fields.texts("incidents", expectation.incidents());
        fields.text("symptom", expectation.symptom());
        out.writeEndObject();
    }

    private void outcome(TestRecord.OutcomeEntry outcome) throws IOException {
        out.writeObjectFieldStart("outcome");
        fields.text("kind", outcome.kind());
        out.writeBooleanField("bodyRan", outcome.bodyRan());
        fields.objects("failures", outcome.failures(), this::failure);
        fields.text("reason", outcome.reason());
        out.writeEndObject();
    }

    private void failure(FailureEntry failure) throws IOException {
        fields.text("origin", failure.origin());
        fields.objects("causes", failure.causes(), this::cause);
        fields.text("trace", failure.trace());
    }

    private void cause(CauseEntry cause) throws IOException {
        fields.text("type", cause.type());
        fields.text("message", cause.message());
    }

    private void evidence(EvidenceEntry entry) throws IOException {
        fields.text("name", entry.name());
        fields.text("mediaType", entry.mediaType());
        fields.text("content", entry.content());
    }
}
