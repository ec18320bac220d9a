package io.github.untilfixed.verdict;

import io.github.untilfixed.config.HarnessFault;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import io.github.untilfixed.incident.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
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
        var fault = harnessFault(outcome);
        if (fault.isPresent()) {
            return Ruling.of(Verdict.HARNESS_ERROR, fault.get());
        }
        return expired(expectation.with(blockers(outcome.parts())))
                .orElseGet(() -> withParts(outcome.parts(), judgeCurrent(expectation, outcome)));
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
            return aborted(expectation, aborted);
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

    /** What a part did not show counts however well the rest of the test ended. */
    private static Ruling withParts(List<Part> parts, Ruling ruling) {
        if (parts.isEmpty() || ruling.verdict().red()) {
            return ruling;
        }
        var aborted = flipped(endedAs(Part.Ending.ABORTED, parts));
        if (!aborted.isEmpty()) {
            return notShown(new Expectation(aborted, false), Verdict.SKIPPED, Optional.empty(), "a part of it aborted");
        }
        var silent = endedAs(Part.Ending.PASSED, parts).stream()
                .map(Part::blocker)
                .filter(blocker -> !blocker.flipped() && !blocker.intermittent())
                .toList();
        if (silent.isEmpty()) {
            return ruling;
        }
        var surprise = unexpectedPass(silent);
        return Ruling.of(surprise.verdict(), silent, "A known issue did not show. " + surprise.explanation());
    }

    private Ruling returned(Expectation expectation, List<Part> parts) {
        var lost = notForgiven(parts);
        if (!lost.isEmpty()) {
            return judge(expectation, List.of(), lost);
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

    private Ruling aborted(Expectation expectation, Outcome.Aborted aborted) {
        var lost = notForgiven(aborted.parts());
        return lost.isEmpty()
                ? notShown(
                        expectation.with(flipped(aborted.parts())), Verdict.SKIPPED, Optional.empty(), aborted.reason())
                : judge(expectation, List.of(), lost);
    }

    /** A part that failed counts even if the test went on: it caught the exception, or another thread died of it. */
    private Ruling threw(Expectation expectation, Outcome.Threw threw) {
        boolean timeout = threw.failures().stream().anyMatch(failure -> failure.origin() == Origin.TIMEOUT);
        var lost = notForgiven(threw.parts()).stream()
                .filter(part -> !(timeout && part.interrupted()))
                .toList();
        var whole = threw.failures().stream()
                .filter(failure -> lost.stream().noneMatch(part -> part.threw(failure.thrown())))
                .toList();
        return judge(expectation, whole, lost);
    }

    /** What a part failed with is held against its own incident, and never what failed beside it. */
    private Ruling judge(Expectation expectation, List<Failure> whole, List<Part> lost) {
        var charges = new ArrayList<Charge>();
        whole.forEach(failure -> charges.add(new Charge(failure, expectation.blockers())));
        for (var part : lost) {
            var blockers = expectation.with(List.of(part.blocker())).blockers();
            part.failures().forEach(failure -> charges.add(new Charge(failure, blockers)));
        }
        return comparison().judge(expectation.with(blockers(lost)), charges);
    }

    /** An outer part can forgive what an inner one did not, unless that one is claimed to be fixed. */
    private static List<Part> notForgiven(List<Part> parts) {
        var forgiven = failures(endedAs(Part.Ending.FORGIVEN, parts))
                .map(Failure::thrown)
                .toList();
        return endedAs(Part.Ending.FAILED, parts).stream()
                .filter(part -> part.blocker().flipped() || forgiven.stream().noneMatch(part::threw))
                .toList();
    }

    private static List<Part> endedAs(Part.Ending ending, List<Part> parts) {
        return parts.stream().filter(part -> part.ending() == ending).toList();
    }

    private static Stream<Failure> failures(List<Part> parts) {
        return parts.stream().flatMap(part -> part.failures().stream());
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

    private static Optional<String> harnessFault(Outcome outcome) {
        var whole = outcome instanceof Outcome.Threw threw ? threw.failures().stream() : Stream.<Failure>of();
        return Stream.concat(whole, failures(outcome.parts()))
                .flatMap(failure -> failure.facts().chain().stream())
                .filter(HarnessFault.class::isInstance)
                .map(thrown -> Facts.message(thrown).orElse(thrown.getClass().getName()))
                .findFirst();
    }
}
