package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Durations;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One failure held against the symptoms of some incidents.
 *
 * @param failure the failure
 * @param match the first symptom that it shows
 * @param mismatches why it is none of the symptoms, the nearest first; empty when there is a match or nothing is forgiven
 */
record Diagnosis(Failure failure, Optional<Match> match, List<Mismatch> mismatches) {

    /** A symptom of a blocking incident. */
    record Match(Blocker blocker, Symptom symptom) {
        Incident incident() {
            return blocker.incident();
        }
    }

    /** A symptom that the failure does not show, and which of its criteria do not hold. */
    record Mismatch(Match symptom, List<String> reasons) {

        private String name() {
            return symptom.symptom().name() + " of incident "
                    + symptom.incident().id();
        }
    }

    static Diagnosis of(Failure failure, List<Blocker> blockers, int timeScale) {
        if (unrecoverable(failure)) {
            return new Diagnosis(failure, Optional.empty(), List.of());
        }
        var mismatches = new ArrayList<Mismatch>();
        for (var blocker : blockers) {
            for (var symptom : blocker.allowed()) {
                var reasons = symptom.mismatches(failure, timeScale);
                if (reasons.isEmpty()) {
                    return new Diagnosis(failure, Optional.of(new Match(blocker, symptom)), List.of());
                }
                mismatches.add(new Mismatch(new Match(blocker, symptom), reasons));
            }
        }
        mismatches.sort(Comparator.comparingInt(mismatch -> mismatch.reasons().size()));
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

    /** Returns what happened and why it is not the nearest symptom; the others are told by name, as they are further off. */
    String explainMismatch(int timeScale) {
        var what = describe(failure, timeScale) + " in " + failure.origin();
        if (mismatches.isEmpty()) {
            return what + "; an error of the JVM is never forgiven";
        }
        var nearest = mismatches.get(0);
        var others = mismatches.stream()
                .skip(1)
                .map(Mismatch::name)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        return what + "; not " + nearest.name() + " ("
                + nearest.symptom().symptom().describe() + "): " + String.join("; ", nearest.reasons())
                + (others.isEmpty() ? "" : "; nor " + others);
    }

    private static boolean unrecoverable(Failure failure) {
        return failure.facts().chain().stream()
                .anyMatch(thrown -> thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError));
    }
}
