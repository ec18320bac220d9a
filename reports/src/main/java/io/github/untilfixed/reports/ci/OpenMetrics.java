package io.github.untilfixed.reports.ci;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.reports.measured.PhaseTiming;
import io.github.untilfixed.verdict.Verdict;
import java.util.Locale;
import java.util.TreeMap;

/** The counts and timings of a run as OpenMetrics text, for a textfile collector; durations are simulated seconds. */
public final class OpenMetrics {

    /** The waits that the incident went through, in simulated seconds. */
    private static final double[] BUCKETS = {8, 20, 75};

    private final StringBuilder out = new StringBuilder();

    private OpenMetrics() {}

    /** Returns the text of the file. */
    public static String of(RunFacts run) {
        var metrics = new OpenMetrics();
        metrics.tests(run);
        metrics.incidents(run);
        metrics.phases(run);
        return metrics.out.append("# EOF\n").toString();
    }

    private void tests(RunFacts run) {
        type("untilfixed_tests", "gauge", "Tests of the run by tier and verdict.");
        Tiers.split(run.tests()).forEach((tier, tests) -> {
            var counts = VerdictCounts.of(tests);
            for (var verdict : Verdict.values()) {
                if (counts.of(verdict) > 0) {
                    sample("untilfixed_tests", labels("tier", tier, "verdict", verdict.name()), counts.of(verdict));
                }
            }
        });
        type("untilfixed_tests_planned", "gauge", "Tests that were planned.");
        sample("untilfixed_tests_planned", "", run.run().planned());
        type("untilfixed_run_complete", "gauge", "1 when the journal is complete, 0 otherwise.");
        sample("untilfixed_run_complete", "", run.alarms().isEmpty() ? 1 : 0);
        type(
                "untilfixed_time_scale",
                "gauge",
                "The factor by which durations were compressed; they are given uncompressed.");
        sample("untilfixed_time_scale", "", run.run().timeScale());
    }

    private void incidents(RunFacts run) {
        type("expected_failures_open", "gauge", "Tests that failed with the symptom of their incident.");
        for (var incident : run.incidents()) {
            sample(
                    "expected_failures_open",
                    labels("incident", incident.incident().id()),
                    (double) incident.tests().stream()
                            .filter(test -> showsSymptom(test, incident))
                            .count());
        }
    }

    /** A test may name several incidents, and a verdict speaks of one. */
    private static boolean showsSymptom(TestRecord test, IncidentFacts incident) {
        var verdict = test.verdict();
        return incident.incident().id().equals(test.incident())
                && (verdict == Verdict.FAILED_AS_EXPECTED || verdict == Verdict.STILL_BROKEN);
    }

    private void phases(RunFacts run) {
        var timings = PhaseTiming.of(run);
        if (timings.isEmpty()) {
            return;
        }
        type("startup_phase_seconds", "histogram", "How long each phase of the start-up took.");
        timings.forEach(timing -> phase(run, timing));
        type("startup_phase_outcomes", "gauge", "How each phase of the start-up ended.");
        for (var timing : timings) {
            new TreeMap<>(timing.outcomes())
                    .forEach((outcome, count) -> sample(
                            "startup_phase_outcomes", labels("phase", timing.phase(), "outcome", outcome), count));
        }
        attempts(run);
    }

    private void phase(RunFacts run, PhaseTiming timing) {
        var seconds = timing.times().stream()
                .mapToDouble(time -> time.millis() * run.run().timeScale() / 1000)
                .toArray();
        for (double bucket : BUCKETS) {
            long below = java.util.Arrays.stream(seconds)
                    .filter(value -> value <= bucket)
                    .count();
            sample("startup_phase_seconds_bucket", labels("phase", timing.phase(), "le", number(bucket)), (double)
                    below);
        }
        sample("startup_phase_seconds_bucket", labels("phase", timing.phase(), "le", "+Inf"), seconds.length);
        sample("startup_phase_seconds_count", labels("phase", timing.phase()), seconds.length);
        sample(
                "startup_phase_seconds_sum",
                labels("phase", timing.phase()),
                java.util.Arrays.stream(seconds).sum());
    }

    private void attempts(RunFacts run) {
        var byExit = new TreeMap<String, Integer>();
        run.observed("startup")
                .forEach(start -> byExit.merge(start.attributes().getOrDefault("exit-code", "none"), 1, Integer::sum));
        if (!byExit.isEmpty()) {
            type(
                    "startup_attempts",
                    "counter",
                    "Starts by the platform, by exit code. Starts by a test are in startup_phase_outcomes only.");
            byExit.forEach((code, count) -> sample("startup_attempts_total", labels("exit_code", code), count));
        }
    }

    private void type(String name, String type, String help) {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private void sample(String name, String labels, double value) {
        out.append(name).append(labels).append(' ').append(number(value)).append('\n');
    }

    private static String labels(String... pairs) {
        var labels = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            labels.append(i == 0 ? "" : ",")
                    .append(pairs[i])
                    .append("=\"")
                    .append(escape(pairs[i + 1]))
                    .append('"');
        }
        return labels.append('}').toString();
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value);
    }
}
