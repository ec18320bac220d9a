package io.github.untilfixed.reports.ci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Common Test Report Format; it knows no expectation, so our verdict is its {@code rawStatus} and in {@code extra}. */
public final class Ctrf {

    private static final JsonFactory JSON = new JsonFactory();

    private Ctrf() {}

    /**
     * Writes the file, one test to a line.
     *
     * @throws IOException when the writer refuses
     */
    public static void write(RunFacts run, Writer out) throws IOException {
        var json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("reportFormat", "CTRF");
        json.writeStringField("specVersion", "0.0.0");
        json.writeObjectFieldStart("results");
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "UntilFixed");
        json.writeEndObject();
        summary(run, json);
        environment(run, json);
        json.writeArrayFieldStart("tests");
        for (var test : run.tests()) {
            json.writeRaw('\n');
            test(run, test, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void summary(RunFacts run, JsonGenerator json) throws IOException {
        var counts = new LinkedHashMap<String, Integer>();
        for (var status : new String[] {"passed", "failed", "skipped", "pending", "other"}) {
            counts.put(status, 0);
        }
        run.tests().forEach(test -> counts.merge(status(run, test), 1, Integer::sum));
        json.writeObjectFieldStart("summary");
        json.writeNumberField("tests", run.tests().size());
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        var start = run.run().startedAt();
        json.writeNumberField("start", start.toEpochMilli());
        json.writeNumberField(
                "stop", run.end().map(EndRecord::finishedAt).orElse(start).toEpochMilli());
        json.writeObjectFieldStart("extra");
        json.writeNumberField("planned", run.run().planned());
        json.writeArrayFieldStart("incomplete");
        for (var alarm : run.alarms()) {
            json.writeString(alarm);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void test(RunFacts run, TestRecord test, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", test.className() + " " + test.displayName());
        json.writeStringField("status", status(run, test));
        json.writeNumberField("duration", Math.round(test.durationMillis() == null ? 0 : test.durationMillis()));
        if (test.startedAt() != null) {
            json.writeNumberField("start", test.startedAt().toEpochMilli());
        }
        json.writeStringField("message", test.explanation());
        var failures = test.outcome().failures();
        if (!failures.isEmpty()) {
            json.writeStringField(
                    "trace",
                    failures.stream().map(TestRecord.FailureEntry::trace).collect(Collectors.joining("\n", "", "\n")));
        }
        json.writeStringField("rawStatus", test.verdict().name());
        json.writeArrayFieldStart("tags");
        json.writeString(Tiers.of(test));
        json.writeEndArray();
        json.writeBooleanField("flaky", false);
        extra(test, json);
        json.writeEndObject();
    }

    private static void extra(TestRecord test, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("extra");
        json.writeStringField("verdict", test.verdict().name());
        json.writeStringField("id", test.id());
        json.writeBooleanField("bodyRan", test.outcome().bodyRan());
        if (test.incident() != null) {
            json.writeStringField("incident", test.incident());
        }
        if (test.symptom() != null) {
            json.writeStringField("symptom", test.symptom());
        }
        json.writeEndObject();
    }

    private static void environment(RunFacts run, JsonGenerator json) throws IOException {
        var header = run.run();
        json.writeObjectFieldStart("environment");
        json.writeStringField("testEnvironment", header.environment());
        json.writeBooleanField("healthy", run.green());
        if (header.commit() != null) {
            json.writeStringField("commit", header.commit());
        }
        json.writeObjectFieldStart("extra");
        json.writeStringField("run", header.runId());
        json.writeStringField(
                "mode", header.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("faults", String.join(",", header.faults()));
        json.writeNumberField("timeScale", header.timeScale());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String status(RunFacts run, TestRecord test) {
        return switch (test.verdict()) {
            case PASSED -> "passed";
            case FAILED_AS_EXPECTED -> "other";
            case SKIPPED, GATED -> "skipped";
            case PASSED_UNEXPECTEDLY -> run.red(test) ? "failed" : "other";
            case FAILED, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED, HARNESS_ERROR -> "failed";
        };
    }
}
