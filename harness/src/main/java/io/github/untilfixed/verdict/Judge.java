package io.github.untilfixed.verdict;

import io.github.untilfixed.config.HarnessFault;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what the outcome of a test means; a pure function, and the only place where it is decided.
 *
 * @param incidents all incidents of the registry, for the hint that an undeclared failure looks like one
 * @param today the day that review-by dates are held against
 * @param timeScale the factor by which simulated durations were compressed
 */
public record Judge(Collection<Incident> incidents, LocalDate today, int timeScale) {

    private static final Ruling PASSED = Ruling.of(Verdict.PASSED, "Passed.");

    /** Copies the collection. */
    public Judge {
        incidents = List.copyOf(incidents);
    }

    /** Returns the verdict on a test of that expectation with that outcome. */
    public Ruling judge(Expectation expectation, Outcome outcome) {
        if (outcome.equals(Outcome.Returned.WHOLE) && expectation.blockers().isEmpty()) {
            return PASSED;
        }
        if (outcome instanceof Outcome.Broken broken) {
            return Ruling.of(Verdict.HARNESS_ERROR, broken.problem());
        }
        if (outcome instanceof Outcome.Threw threw) {
            var fault = harnessFault(threw);
            if (fault.isPresent()) {
                return Ruling.of(Verdict.HARNESS_ERROR, "The harness is at fault: " + fault.get());
            }
        }
        return expired(expectation).orElseGet(() -> judgeCurrent(expectation, outcome));
    }

    private Ruling judgeCurrent(Expectation expectation, Outcome outcome) {
        if (outcome instanceof Outcome.Returned returned) {
            return parts(returned.parts()).orElseGet(() -> returned(expectation.with(flipped(returned.parts()))));
        }
        if (outcome instanceof Outcome.Threw threw) {
            return threw(expectation.with(responsible(threw)), threw.failures());
        }
        if (outcome instanceof Outcome.Aborted aborted) {
            return notShown(expectation, Verdict.SKIPPED, Optional.empty(), aborted.reason());
        }
        if (outcome instanceof Outcome.NotRun notRun) {
            var neutral = notRun.gate() ? Verdict.GATED : Verdict.SKIPPED;
            return notShown(expectation, neutral, notRun.incident(), notRun.reason());
        }
        throw new IllegalStateException("no rule for " + outcome);
    }

    private static Ruling returned(Expectation expectation) {
        return switch (expectation.kind()) {
            case PASS -> PASSED;
            case INTERMITTENT ->
                Ruling.of(
                        Verdict.PASSED,
                        first(expectation.open()),
                        "Passed this time; incident " + ids(expectation.open()) + " is intermittent here.");
            case POST_FIX ->
                Ruling.of(
                        Verdict.PASSED,
                        first(expectation.flipped()),
                        "Passed after the flip: evidence that incident " + ids(expectation.flipped()) + " is fixed.");
            case FAILS_UNTIL_FIXED -> unexpectedPass(expectation.open());
        };
    }

    private static Ruling unexpectedPass(List<Blocker> open) {
        return Ruling.of(
                Verdict.PASSED_UNEXPECTEDLY,
                first(open),
                "Incident %s no longer fails here. If it is fixed, flip it: run with -Duntilfixed.post-fix=%s, and when its"
                                .formatted(ids(open), ids(open))
                        + " tests all pass delete what that run lists.");
    }

    /** Returns whether a part of a test may fail like that: each failure is the open incident's symptom. */
    public boolean forgives(Blocker blocker, List<Failure> failures) {
        return !blocker.flipped()
                && failures.stream()
                        .allMatch(failure -> Diagnosis.of(failure, List.of(blocker), timeScale)
                                .match()
                                .isPresent());
    }

    private Optional<Ruling> parts(List<Part> parts) {
        var surprise = parts.stream()
                .filter(part -> part.failures().isEmpty()
                        && !part.blocker().flipped()
                        && !part.blocker().intermittent())
                .map(Part::blocker)
                .toList();
        if (!surprise.isEmpty()) {
            var ruling = unexpectedPass(surprise);
            return Optional.of(Ruling.of(
                    ruling.verdict(), first(surprise), "A known issue did not show. " + ruling.explanation()));
        }
        return parts.stream().filter(Part::forgiven).findFirst().map(this::forgiven);
    }

    private Ruling forgiven(Part part) {
        var shown = Diagnosis.of(part.failures().get(0), List.of(part.blocker()), timeScale)
                .match()
                .orElseThrow();
        return ruling(
                Verdict.FAILED_AS_EXPECTED,
                shown,
                "Passed but for a known issue: incident " + shown.incident().id() + ", symptom "
                        + shown.symptom().name() + ": "
                        + Diagnosis.describe(part.failures().get(0), timeScale));
    }

    /** A part that is claimed to be fixed and passed is evidence like a whole test. */
    private static List<Blocker> flipped(List<Part> parts) {
        return parts.stream().map(Part::blocker).filter(Blocker::flipped).toList();
    }

    /** A part whose failure ended the test has its incident's expectation judged instead of a plain pass. */
    private static List<Blocker> responsible(Outcome.Threw threw) {
        var thrown = threw.failures().stream()
                .flatMap(failure -> failure.facts().chain().stream())
                .toList();
        return threw.parts().stream()
                .filter(part -> !part.forgiven()
                        && part.failures().stream()
                                .anyMatch(failure -> thrown.stream().anyMatch(each -> each == failure.thrown())))
                .map(Part::blocker)
                .toList();
    }

    private Ruling threw(Expectation expectation, List<Failure> failures) {
        if (expectation.blockers().isEmpty()) {
            return undeclared(failures);
        }
        var diagnoses = failures.stream()
                .map(failure -> Diagnosis.of(failure, expectation.blockers(), timeScale))
                .toList();
        var unmatched =
                diagnoses.stream().filter(each -> each.match().isEmpty()).toList();
        if (!unmatched.isEmpty()) {
            return differently(expectation, unmatched, failures.size());
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
                .map(match -> new Ruling(
                        Verdict.FAILED,
                        Optional.of(match.incident().id()),
                        Optional.of(match.symptom().name()),
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
                    first(expectation.flipped()),
                    "The fix of incident " + ids(expectation.flipped()) + " changed the failure: " + count + actual);
        }
        return Ruling.of(
                Verdict.FAILED_DIFFERENTLY,
                first(expectation.open()),
                "Expected " + symptoms(expectation) + ", but " + count + actual);
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
            return ruling(Verdict.STILL_BROKEN, shown, "Claimed to be fixed, but still there: " + what);
        }
        return ruling(Verdict.FAILED_AS_EXPECTED, shown, "Failed as expected: " + what + masked(expectation, matches));
    }

    /** A test that names several incidents meets them in that order: what it no longer meets seems to be fixed. */
    private static String masked(Expectation expectation, List<Diagnosis.Match> matches) {
        var met = matches.stream().map(Diagnosis.Match::incident).toList();
        var passedBy = expectation.blockers().stream()
                .takeWhile(blocker -> !met.contains(blocker.incident()))
                .toList();
        return passedBy.isEmpty()
                ? ""
                : ". Incident " + ids(passedBy) + " seems fixed here, now masked by "
                        + met.get(0).id();
    }

    private static Ruling notShown(Expectation expectation, Verdict neutral, Optional<String> incident, String reason) {
        var flipped = expectation.flipped();
        if (!flipped.isEmpty()) {
            return Ruling.of(
                    Verdict.UNVERIFIED,
                    first(flipped),
                    "Incident " + ids(flipped) + " is claimed to be fixed, but this test did not show it: " + reason);
        }
        return new Ruling(neutral, incident, Optional.empty(), reason);
    }

    private Optional<Ruling> expired(Expectation expectation) {
        return expectation.open().stream()
                .map(Blocker::incident)
                .filter(incident -> incident.state() == IncidentState.CLOSED || incident.overdue(today))
                .findFirst()
                .map(incident -> Ruling.of(Verdict.EXPIRED, incident.id(), whyExpired(incident)));
    }

    private String whyExpired(Incident incident) {
        if (incident.state() == IncidentState.CLOSED) {
            return "Incident " + incident.id() + " is closed, but this test still names it: delete the expectation.";
        }
        return "Incident " + incident.id() + " was to be reviewed by " + incident.reviewBy() + ", and today is " + today
                + ": ask " + incident.owner() + " whether it is fixed, then flip it or move review-by.";
    }

    private static Optional<String> harnessFault(Outcome.Threw threw) {
        return threw.failures().stream()
                .flatMap(failure -> failure.facts().chain().stream())
                .filter(HarnessFault.class::isInstance)
                .map(thrown -> Optional.ofNullable(thrown.getMessage())
                        .orElse(thrown.getClass().getName()))
                .findFirst();
    }

    private static Ruling ruling(Verdict verdict, Diagnosis.Match match, String explanation) {
        return new Ruling(
                verdict,
                Optional.of(match.incident().id()),
                Optional.of(match.symptom().name()),
                explanation);
    }

    private static String symptoms(Expectation expectation) {
        return expectation.open().stream()
                .map(blocker -> "incident " + blocker.incident().id() + " ("
                        + blocker.allowed().stream()
                                .map(symptom -> symptom.name() + ": " + symptom.describe())
                                .collect(Collectors.joining(" / "))
                        + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String first(List<Blocker> blockers) {
        return blockers.get(0).incident().id();
    }

    private static String ids(List<Blocker> blockers) {
        return blockers.stream().map(blocker -> blocker.incident().id()).collect(Collectors.joining(","));
    }
}
