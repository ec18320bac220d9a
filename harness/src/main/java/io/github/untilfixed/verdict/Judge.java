package io.github.untilfixed.verdict;

import io.github.untilfixed.config.HarnessFault;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what the outcome of a test means; a pure function, and the only place where it is decided.
 *
 * @param incidents all incidents of the registry, for the hint that an undeclared failure looks like one
 * @param today the day that review-by dates are held against
 * @param timeScale the factor by which simulated durations were compressed
 */
public record Judge(List<Incident> incidents, LocalDate today, int timeScale) {

    private static final Ruling PASSED = Ruling.of(Verdict.PASSED, "Passed.");

    /** Copies the list. */
    public Judge {
        incidents = List.copyOf(incidents);
    }

    /** Returns the verdict on a test of that expectation with that outcome. */
    public Ruling judge(Expectation expectation, Outcome outcome) {
        // Most tests end here. Comparing records costs a start some 20 ms, in which the JVM makes up how that is done.
        if (outcome instanceof Outcome.Returned returned
                && returned.parts().isEmpty()
                && expectation.blockers().isEmpty()) {
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
        return expired(expectation.with(blockers(outcome.parts())))
                .orElseGet(() -> withSilentParts(outcome.parts(), judgeCurrent(expectation, outcome)));
    }

    /** Returns whether a part of a test may fail like that: each failure is the open incident's symptom. */
    public boolean forgives(Blocker blocker, List<Failure> failures) {
        return comparison().forgives(blocker, failures);
    }

    private Comparison comparison() {
        return new Comparison(incidents, timeScale);
    }

    private Ruling judgeCurrent(Expectation expectation, Outcome outcome) {
        if (outcome instanceof Outcome.Returned returned) {
            return returned(expectation, returned.parts());
        }
        if (outcome instanceof Outcome.Threw threw) {
            return threw(expectation, threw);
        }
        if (outcome instanceof Outcome.Aborted aborted) {
            return notShown(
                    expectation.with(flipped(aborted.parts())), Verdict.SKIPPED, Optional.empty(), aborted.reason());
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
                        expectation.open(),
                        "Passed this time; incident " + Blocker.ids(expectation.open()) + " is intermittent here.");
            case POST_FIX ->
                Ruling.of(
                        Verdict.PASSED,
                        expectation.flipped(),
                        "Passed after the flip, as it does where incident " + Blocker.ids(expectation.flipped())
                                + " is fixed.");
            case FAILS_UNTIL_FIXED -> unexpectedPass(expectation.open());
        };
    }

    private static Ruling unexpectedPass(List<Blocker> open) {
        return Ruling.of(
                Verdict.PASSED_UNEXPECTEDLY,
                open,
                "Incident %s no longer fails here. If it is fixed, flip it: run with -Duntilfixed.post-fix=%s, and when its"
                                .formatted(Blocker.ids(open), Blocker.ids(open))
                        + " tests all pass delete what that run lists.");
    }

    /** A known issue that did not show is no less a surprise when the rest of the test fails as expected, or aborts. */
    private static Ruling withSilentParts(List<Part> parts, Ruling ruling) {
        var silent = parts.stream()
                .filter(part -> part.ending() == Part.Ending.PASSED
                        && !part.blocker().flipped()
                        && !part.blocker().intermittent())
                .map(Part::blocker)
                .toList();
        if (silent.isEmpty() || ruling.verdict().red()) {
            return ruling;
        }
        var surprise = unexpectedPass(silent);
        return Ruling.of(surprise.verdict(), silent, "A known issue did not show. " + surprise.explanation());
    }

    private Ruling returned(Expectation expectation, List<Part> parts) {
        var lost = notForgiven(parts);
        if (!lost.isEmpty()) {
            return comparison().judge(expectation.with(blockers(lost)), failures(lost));
        }
        if (endedAs(Part.Ending.ABORTED, parts).stream()
                .anyMatch(part -> part.blocker().flipped())) {
            return notShown(
                    expectation.with(flipped(parts)), Verdict.SKIPPED, Optional.empty(), "a part of it aborted");
        }
        var forgiven = endedAs(Part.Ending.FORGIVEN, parts);
        return forgiven.isEmpty() || hides(expectation, forgiven)
                ? returned(expectation.with(flipped(parts)))
                : comparison().forgiven(forgiven.get(0));
    }

    /** The test was to fail with other incidents than those that its parts showed, and did not. */
    private static boolean hides(Expectation expectation, List<Part> forgiven) {
        var shown = forgiven.stream().map(part -> part.blocker().incident()).toList();
        return expectation.kind() == Expectation.Kind.FAILS_UNTIL_FIXED
                && expectation.open().stream().map(Blocker::incident).noneMatch(shown::contains);
    }

    private static List<Blocker> blockers(List<Part> parts) {
        return parts.stream().map(Part::blocker).toList();
    }

    /** A part that is claimed to be fixed and passed is evidence like a whole test. */
    private static List<Blocker> flipped(List<Part> parts) {
        return blockers(parts).stream().filter(Blocker::flipped).toList();
    }

    /** A part that failed counts even if the test went on: it caught the exception, or another thread died of it. */
    private Ruling threw(Expectation expectation, Outcome.Threw threw) {
        var parts = notForgiven(threw.parts());
        var ended = threw.failures().stream().map(failure -> asOfPart(failure, parts));
        var lost = parts.stream()
                .filter(part -> threw.failures().stream().noneMatch(part::threw))
                .flatMap(part -> part.failures().stream());
        return comparison()
                .judge(
                        expectation.with(blockers(parts)),
                        Stream.concat(ended, lost).toList());
    }

    /** What ended the test in one of its parts took as long as that part. */
    private static Failure asOfPart(Failure failure, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.threw(failure))
                .findFirst()
                .map(part -> failure.lasting(part.failures().get(0).testDuration()))
                .orElse(failure);
    }

    /** An outer part can forgive what an inner one did not, unless that one is claimed to be fixed. */
    private static List<Part> notForgiven(List<Part> parts) {
        var forgiven = failures(endedAs(Part.Ending.FORGIVEN, parts));
        return endedAs(Part.Ending.FAILED, parts).stream()
                .filter(part -> part.blocker().flipped() || forgiven.stream().noneMatch(part::threw))
                .toList();
    }

    private static List<Part> endedAs(Part.Ending ending, List<Part> parts) {
        return parts.stream().filter(part -> part.ending() == ending).toList();
    }

    private static List<Failure> failures(List<Part> parts) {
        return parts.stream().flatMap(part -> part.failures().stream()).toList();
    }

    private static Ruling notShown(Expectation expectation, Verdict neutral, Optional<String> incident, String reason) {
        var flipped = expectation.flipped();
        if (!flipped.isEmpty()) {
            return Ruling.of(
                    Verdict.UNVERIFIED,
                    flipped,
                    "Incident " + Blocker.ids(flipped) + " is claimed to be fixed, but this test did not show it: "
                            + reason);
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
                .map(thrown -> Facts.message(thrown).orElse(thrown.getClass().getName()))
                .findFirst();
    }
}
