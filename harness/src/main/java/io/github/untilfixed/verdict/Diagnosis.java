package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Durations;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One failure held against the symptoms of some incidents.
 *
 * @param failure the failure
 * @param match the first symptom that it shows
 * @param mismatches why it is none of the symptoms, one line each; empty when there is a match
 */
record Diagnosis(Failure failure, Optional<Match> match, List<String> mismatches) {

    /** A symptom of a blocking incident. */
    record Match(Blocker blocker, Symptom symptom) {
        Incident incident() {
            return blocker.incident();
        }
    }

    static Diagnosis of(Failure failure, List<Blocker> blockers, int timeScale) {
        if (unrecoverable(failure)) {
            return new Diagnosis(failure, Optional.empty(), List.of("an error of the JVM is never forgiven"));
        }
        var mismatches = new ArrayList<String>();
        for (var blocker : blockers) {
            for (var symptom : blocker.allowed()) {
                var reasons = symptom.mismatches(failure, timeScale);
                if (reasons.isEmpty()) {
                    return new Diagnosis(failure, Optional.of(new Match(blocker, symptom)), List.of());
                }
                mismatches.add("not " + symptom.name() + " of incident "
                        + blocker.incident().id() + ": " + String.join("; ", reasons));
            }
        }
        return new Diagnosis(failure, Optional.empty(), mismatches);
    }

    /** Returns the failure in one line, with what was measured in real and, where it differs, in simulated time. */
    static String describe(Failure failure, int timeScale) {
        var real = failure.facts().measured().orElse(failure.testDuration());
        var simulated = timeScale == 1
                ? ""
                : ", " + Durations.text(Symptom.simulated(failure, timeScale)) + " at time scale " + timeScale;
        return failure.summary() + " (measured " + Durations.text(real) + simulated + ")";
    }

    String explainMismatch(int timeScale) {
        return describe(failure, timeScale) + " in " + failure.origin()
                + mismatches.stream().map(line -> "; " + line).collect(Collectors.joining());
    }

    private static boolean unrecoverable(Failure failure) {
        return failure.facts().chain().stream()
                .anyMatch(thrown -> thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError));
    }
}
