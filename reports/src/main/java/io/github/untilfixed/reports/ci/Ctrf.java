package io.github.untilfixed.reports.ci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The Common Test Report Format; it knows no expectation, so our verdict is its {@code rawStatus} and in {@code extra}. */
public final class Ctrf {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Ctrf() {}

    /**
     * Writes the file, one test to a line.
     *
     * @throws IOException when the writer refuses
     */
    public static void write(RunFacts run, Writer out) throws IOException {
        var summary = JSON.createObjectNode();
        summary(run, summary);
        var environment = JSON.createObjectNode();
        environment(run, environment);
        out.write(
                "{\"reportFormat\":\"CTRF\",\"specVersion\":\"0.0.0\",\"results\":{\"tool\":{\"name\":\"UntilFixed\"},\n\"summary\":");
        out.write(JSON.writeValueAsString(summary));
        out.write(",\n\"environment\":" + JSON.writeValueAsString(environment) + ",\n\"tests\":[");
        var separator = "\n";
        for (var test : run.tests()) {
            var node = JSON.createObjectNode();
            test(test, node);
            out.write(separator + JSON.writeValueAsString(node));
            separator = ",\n";
        }
        out.write("\n]}}\n");
    }

    private static void summary(RunFacts run, ObjectNode summary) {
        summary.put("tests", run.tests().size());
        for (var status : new String[] {"passed", "failed", "skipped", "pending", "other"}) {
            summary.put(
                    status,
                    run.tests().stream()
                            .filter(test -> status(test.verdict()).equals(status))
                            .count());
        }
        summary.put("start", run.run().startedAt().toEpochMilli());
        summary.put(
                "stop",
                run.end()
                        .map(EndRecord::finishedAt)
                        .orElse(run.run().startedAt())
                        .toEpochMilli());
        var extra = summary.putObject("extra").put("planned", run.run().planned());
        var alarms = extra.putArray("incomplete");
        run.alarms().forEach(alarms::add);
    }

    private static void test(TestRecord test, ObjectNode node) {
        node.put("name", test.className() + " " + test.displayName());
        node.put("status", status(test.verdict()));
        node.put("duration", Math.round(test.durationMillis() == null ? 0 : test.durationMillis()));
        if (test.startedAt() != null) {
            node.put("start", test.startedAt().toEpochMilli());
        }
        node.put("message", test.explanation());
        var trace = new StringBuilder();
        test.outcome()
                .failures()
                .forEach(failure -> trace.append(failure.trace()).append('\n'));
        if (!trace.isEmpty()) {
            node.put("trace", trace.toString());
        }
        node.put("rawStatus", test.verdict().name());
        node.putArray("tags").add(Tiers.of(test));
        node.put("flaky", false);
        var extra =
                node.putObject("extra").put("verdict", test.verdict().name()).put("id", test.id());
        extra.put("bodyRan", test.outcome().bodyRan());
        if (test.incident() != null) {
            extra.put("incident", test.incident());
        }
        if (test.symptom() != null) {
            extra.put("symptom", test.symptom());
        }
    }

    private static void environment(RunFacts run, ObjectNode environment) {
        environment.put("testEnvironment", run.run().environment());
        if (run.run().commit() != null) {
            environment.put("commit", run.run().commit());
        }
        environment
                .putObject("extra")
                .put("run", run.run().runId())
                .put("mode", run.run().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("faults", String.join(",", run.run().faults()))
                .put("timeScale", run.run().timeScale());
    }

    static String status(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED_AS_EXPECTED -> "other";
            case SKIPPED, GATED -> "skipped";
            case FAILED, PASSED_UNEXPECTEDLY, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED, HARNESS_ERROR ->
                "failed";
        };
    }
}
