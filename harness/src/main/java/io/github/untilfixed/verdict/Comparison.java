package io.github.untilfixed.verdict;

import io.github.untilfixed.config.HarnessFault;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what failures mean by holding them against the symptoms of incidents; pure functions.
 *
 * @param incidents all incidents of the registry, for the hint that an undeclared failure looks like one
 * @param timeScale the factor by which simulated durations were compressed
 */
record Comparison(List<Incident> incidents, int timeScale) {

    /** Returns the verdict on a test of that expectation that failed in those ways, at least one. */
    Ruling judge(Expectation expectation, List<Charge> charges) {
        if (expectation.blockers().isEmpty()) {
            return undeclared(charges.stream().map(Charge::failure).toList());
        }
        var diagnoses = charges.stream()
                .map(charge -> Diagnosis.of(charge.failure(), charge.blockers(), timeScale))
                .toList();
        var unmatched =
                diagnoses.stream().filter(each -> each.match().isEmpty()).toList();
        if (!unmatched.isEmpty()) {
            return differently(expectation, unmatched, charges.size());
        }
        return matched(expectation, diagnoses);
    }

    private Ruling undeclared(List<Failure> failures) {
        var blockers = incidents.stream()
                .filter(incident -> incident.state() != IncidentState.CLOSED)
                .map(incident -> new Blocker(incident, Optional.empty(), false, false))
                .toList();
        var first = Diagnosis.describe(failures.get(0), timeScale);
        return failures.stream()
                .map(failure -> Diagnosis.of(failure, blockers, timeScale).match())
                .flatMap(Optional::stream)
                .findFirst()
                .map(match -> Ruling.of(
                        Verdict.FAILED,
                        match,
                        first + ". It looks like incident " + match.incident().id() + " (symptom "
                                + match.symptom().name() + "), but the test does not name it."))
                .orElseGet(() -> Ruling.of(Verdict.FAILED, first));
    }

    private Ruling differently(Expectation expectation, List<Diagnosis> unmatched, int failures) {
        var actual = unmatched.stream()
                .map(diagnosis -> diagnosis.explainMismatch(timeScale))
                .collect(Collectors.joining(" | "));
        var count = failures == 1 ? "" : unmatched.size() + " of " + failures + " failures do not match: ";
        if (expectation.open().isEmpty()) {
            return Ruling.of(
                    Verdict.FAILED,
                    expectation.flipped(),
                    "The fix of incident " + Blocker.ids(expectation.flipped()) + " changed the failure: " + count
                            + actual);
        }
        return Ruling.of(
                Verdict.FAILED_DIFFERENTLY,
                expectation.open(),
                "Expected incident " + Blocker.ids(expectation.open()) + ", but " + count + actual);
    }

    private Ruling matched(Expectation expectation, List<Diagnosis> diagnoses) {
        var matches = diagnoses.stream().flatMap(each -> each.match().stream()).toList();
        var shown = matches.stream()
                .filter(match -> match.blocker().flipped())
                .findFirst()
                .orElse(matches.get(0));
        var actual = Diagnosis.describe(diagnoses.get(matches.indexOf(shown)).failure(), timeScale);
        var what = "incident " + shown.incident().id() + ", symptom "
                + shown.symptom().name() + ": " + actual;
        if (shown.blocker().flipped()) {
            return Ruling.of(Verdict.STILL_BROKEN, shown, "Claimed to be fixed, but still there: " + what);
        }
        return Ruling.of(
                Verdict.FAILED_AS_EXPECTED, shown, "Failed as expected: " + what + masked(expectation, matches));
    }

    /** A test that names several incidents meets them in that order: what it no longer meets seems to be fixed. */
    private static String masked(Expectation expectation, List<Diagnosis.Match> matches) {
        var met = matches.stream().map(Diagnosis.Match::incident).toList();
        var passedBy = expectation.blockers().stream()
                .takeWhile(blocker -> !met.contains(blocker.incident()))
                .toList();
        return passedBy.isEmpty()
                ? ""
                : ". Incident " + Blocker.ids(passedBy) + " seems fixed here, now masked by "
                        + met.get(0).id();
    }

    /** Returns whether a part of a test may fail like that: each failure is the open incident's symptom. */
    boolean forgives(Blocker blocker, List<Failure> failures) {
        return !blocker.flipped()
                && failures.stream()
                        .noneMatch(failure -> failure.facts().chain().stream().anyMatch(HarnessFault.class::isInstance))
                && failures.stream()
                        .allMatch(failure -> Diagnosis.of(failure, List.of(blocker), timeScale)
                                .match()
                                .isPresent());
    }

    /** Returns the verdict on a test of which only a part failed, and was forgiven. */
    Ruling forgiven(Part part) {
        var shown = Diagnosis.of(part.failures().get(0), List.of(part.blocker()), timeScale)
                .match()
                .orElseThrow();
        return Ruling.of(
                Verdict.FAILED_AS_EXPECTED,
                shown,
                "Passed but for a known issue: incident " + shown.incident().id() + ", symptom "
                        + shown.symptom().name() + ": "
                        + Diagnosis.describe(part.failures().get(0), timeScale));
    }
}
