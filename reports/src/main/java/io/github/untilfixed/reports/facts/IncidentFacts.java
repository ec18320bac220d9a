package io.github.untilfixed.reports.facts;

import static io.github.untilfixed.verdict.Verdict.EXPIRED;
import static io.github.untilfixed.verdict.Verdict.FAILED;
import static io.github.untilfixed.verdict.Verdict.FAILED_AS_EXPECTED;
import static io.github.untilfixed.verdict.Verdict.FAILED_DIFFERENTLY;
import static io.github.untilfixed.verdict.Verdict.GATED;
import static io.github.untilfixed.verdict.Verdict.HARNESS_ERROR;
import static io.github.untilfixed.verdict.Verdict.PASSED;
import static io.github.untilfixed.verdict.Verdict.PASSED_UNEXPECTEDLY;
import static io.github.untilfixed.verdict.Verdict.STILL_BROKEN;
import static io.github.untilfixed.verdict.Verdict.UNVERIFIED;

import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An incident and the tests of a run that have to do with it.
 *
 * @param run the run
 * @param incident as the registry had it
 * @param tests the tests that name it, at least one
 * @param lookalikes failed tests that do not name it but show its symptom
 */
public record IncidentFacts(
        RunFacts run, IncidentSnapshot incident, List<TestRecord> tests, List<TestRecord> lookalikes) {

    /** Returns the counts of the tests that name this incident. */
    public VerdictCounts counts() {
        return VerdictCounts.of(tests);
    }

    /** Returns the tests that showed each symptom of this incident, by the symptom's name. */
    public Map<String, List<TestRecord>> bySymptom() {
        var bySymptom = new LinkedHashMap<String, List<TestRecord>>();
        for (var test : tests) {
            if (test.symptom() != null && incident.id().equals(test.incident())) {
                bySymptom
                        .computeIfAbsent(test.symptom(), name -> new ArrayList<>())
                        .add(test);
            }
        }
        return bySymptom;
    }

    /** Returns the tests that name this incident and failed with the symptom of another one that they name. */
    public List<TestRecord> hidden() {
        return tests.stream()
                .filter(test -> test.verdict() == FAILED_AS_EXPECTED || test.verdict() == STILL_BROKEN)
                .filter(test -> !incident.id().equals(test.incident()))
                .toList();
    }

    /** Returns what names this incident and was no part of the run, in words; empty when all of it was, or nobody can tell. */
    public List<String> notRun() {
        var ran = run.tests().stream().map(TestRecord::className).collect(Collectors.toSet());
        return run.observed("not-run")
                .filter(observation ->
                        incident.id().equals(observation.attributes().get("incident")))
                .filter(observation -> !ran.contains(observation.attributes().getOrDefault("class", "")))
                .map(IncidentFacts::notRun)
                .distinct()
                .toList();
    }

    private static String notRun(ObservationRecord observation) {
        var type = observation.attributes().get("class");
        var count = observation.value();
        return type != null ? type : (count == null ? "some" : count.intValue()) + " of the tests that were found";
    }

    /** Returns whether some of the tests that name this incident were no part of the run. */
    public boolean partial() {
        return run.partial() || !notRun().isEmpty();
    }

    /** Returns what the run found out; the worst that any test found counts. */
    public IncidentState state() {
        var counts = counts();
        if (!run.alarms().isEmpty()) {
            return IncidentState.INCOMPLETE;
        }
        if (counts.of(EXPIRED) + counts.of(HARNESS_ERROR) > 0) {
            return IncidentState.NOT_JUDGED;
        }
        return incident.flipped() ? claimed(counts) : open(counts);
    }

    /** Of the incidents that a test names, only the one whose symptom it showed was seen. */
    private boolean seen(Verdict verdict) {
        return tests.stream()
                .anyMatch(test -> test.verdict() == verdict && incident.id().equals(test.incident()));
    }

    private IncidentState open(VerdictCounts counts) {
        if (counts.of(FAILED_DIFFERENTLY) + counts.of(FAILED) > 0) {
            return IncidentState.CHANGED;
        }
        if (counts.of(PASSED_UNEXPECTEDLY) > 0) {
            return IncidentState.PASSING;
        }
        // A probe that sees the symptom holds the tests back: GATED, and in the incident's name.
        if (seen(FAILED_AS_EXPECTED) || seen(GATED)) {
            return IncidentState.PRESENT;
        }
        return counts.of(PASSED) > 0 ? IncidentState.PASSING : IncidentState.NOT_OBSERVED;
    }

    private IncidentState claimed(VerdictCounts counts) {
        if (seen(STILL_BROKEN)) {
            return IncidentState.STILL_BROKEN;
        }
        if (counts.of(FAILED) + counts.of(FAILED_DIFFERENTLY) > 0) {
            return IncidentState.CHANGED;
        }
        return counts.of(UNVERIFIED) > 0 || counts.of(PASSED) < counts.total()
                ? IncidentState.UNVERIFIED
                : IncidentState.FIX_VALIDATED;
    }
}
