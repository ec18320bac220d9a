package io.github.untilfixed.reports.words;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.Answers;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.IncidentState;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a run found out about an incident, in words made from counts. */
public final class IncidentWords {

    private IncidentWords() {}

    /** Returns the finding in a few words, for example {@code still there: its symptom was seen}. */
    public static String headline(IncidentFacts facts) {
        return facts.state() == IncidentState.FIX_VALIDATED
                ? "fix validated" + where(facts.run()) + only(facts) + ": every test of it passed"
                : finding(facts.state());
    }

    /** Returns what a state means, wherever it was found. */
    public static String finding(IncidentState state) {
        return switch (state) {
            case INCOMPLETE -> "not known: the run is incomplete";
            case NOT_OBSERVED -> "not observed in this run";
            case PRESENT -> "still there: its symptom was seen";
            case CHANGED -> "changed: a test fails in another way";
            case PASSING -> "may be fixed: a test that must fail passed";
            case FIX_VALIDATED -> "fix validated: every test of it passed";
            case STILL_BROKEN -> "still broken: the fix is claimed and the symptom is still there";
            case UNVERIFIED -> "unverified: the fix is claimed and not every test of it shows whether it holds";
            case NOT_JUDGED -> "not judged: an expectation is out of date, or the harness failed";
        };
    }

    /** Returns what a state means that was written down by its name; one of another version is told by that name. */
    public static String finding(String state) {
        return Arrays.stream(IncidentState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(IncidentWords::finding)
                .orElse(state);
    }

    private static String where(RunFacts run) {
        if (run.simulated()) {
            return " in the simulation";
        }
        return run.remote() && !run.run().faults().isEmpty()
                ? " with the injected fault " + RunLines.faults(run.run())
                : "";
    }

    private static String only(IncidentFacts facts) {
        var run = facts.run();
        return (run.partial() ? " in tier " + run.run().tier() + " only" : "")
                + (facts.notRun().isEmpty() ? "" : " in part");
    }

    /** Returns one paragraph made from counts alone. */
    public static String summary(IncidentFacts facts) {
        var counts = facts.counts();
        var parts = new ArrayList<String>();
        for (var verdict : Verdict.values()) {
            if (counts.of(verdict) > 0) {
                parts.add(counts.of(verdict) + " " + VerdictWords.of(verdict) + note(facts, verdict));
            }
        }
        long outside = facts.run().red().stream()
                .filter(test -> !test.expectation()
                        .incidents()
                        .contains(facts.incident().id()))
                .count();
        return (counts.total() == 1
                        ? "Of the one test that names incident "
                        : "Of the " + counts.total() + " tests that name incident ")
                + facts.incident().id() + ", "
                + String.join(", ", parts) + ". " + outside + " red "
                + (outside == 1 ? "verdict" : "verdicts") + " outside of the incident, "
                + Counted.of(facts.run().tests().size(), "test", "tests") + " in all.";
    }

    private static String note(IncidentFacts facts, Verdict verdict) {
        long hidden = facts.hidden().stream()
                .filter(test -> test.verdict() == verdict)
                .count();
        if (hidden > 0) {
            var some = hidden == facts.counts().of(verdict) ? "" : hidden + " of them ";
            return " (" + some + "with the symptom of another incident)";
        }
        return verdict == Verdict.SKIPPED ? later(facts) : "";
    }

    private static String later(IncidentFacts facts) {
        long later = facts.tests().stream()
                .filter(test ->
                        test.verdict() == Verdict.SKIPPED && test.flags().contains(TestRecord.POST_FIX_ONLY))
                .count();
        if (later == 0) {
            return "";
        }
        return later == facts.counts().of(Verdict.SKIPPED)
                ? " (run only after the flip)"
                : " (" + later + " of them run only after the flip)";
    }

    /** Returns {@link #nextStep} as a line in which settings stand as such. */
    public static Inline nextStepLine(IncidentFacts facts) {
        return Settings.in(nextStep(facts));
    }

    /** Returns what to do next by rule. */
    public static String nextStep(IncidentFacts facts) {
        var id = facts.incident().id();
        return switch (facts.state()) {
            case INCOMPLETE -> "Run again: nothing may be concluded from an incomplete run.";
            case NOT_OBSERVED ->
                facts.hidden().isEmpty()
                        ? "Find out why no test of incident " + id + " came to a result."
                        : afterTheOther(facts);
            case PRESENT -> "Nothing to flip: the incident is there. Once its fix is claimed, " + flip(facts) + ".";
            case CHANGED ->
                "Look at the tests that fail in another way before anything else: this is not, or no longer only, "
                        + "incident " + id + ".";
            case PASSING -> "Flip the incident: " + flip(facts) + ", and let every test of it prove the fix.";
            case FIX_VALIDATED -> afterTheFix(facts);
            case STILL_BROKEN -> "The fix does not hold: take the claim back, or repair further.";
            case UNVERIFIED ->
                facts.hidden().isEmpty()
                        ? "Make the tests without a result run: a fix is not proved by tests that did not."
                        : afterTheOther(facts);
            case NOT_JUDGED -> "Repair the registry or the harness first: the messages of the tests say what.";
        };
    }

    private static String afterTheOther(IncidentFacts facts) {
        var others = facts.hidden().stream()
                .map(TestRecord::incident)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return "Run again once incident " + others + " is repaired: tests that also name incident "
                + facts.incident().id() + " failed with the symptom of that one, and show nothing of this one.";
    }

    /** A simulation is repaired by the setting that says so, whoever has repaired what. */
    private static String flip(IncidentFacts facts) {
        var setting = "-Duntilfixed.post-fix=" + facts.incident().id();
        return facts.run().simulated()
                ? "run against staging with " + setting + " -Duntilfixed.environment=remote"
                : "run with " + setting;
    }

    /** A fix that the tests show is not yet an incident that is over: people declared when it is. */
    private static String afterTheFix(IncidentFacts facts) {
        if (facts.run().simulated()) {
            return "Now " + flip(facts)
                    + ": here the tests have shown that they can pass without the fault, not that anything is repaired.";
        }
        if (facts.run().remote() && !facts.run().run().faults().isEmpty()) {
            return "Run again with -Duntilfixed.fault=none: a fault that the run injects stands between the tests and "
                    + "what they are to prove.";
        }
        if (facts.run().partial()) {
            return "Run all tiers: this run selected tier " + facts.run().run().tier()
                    + " only, and a fix is proved by every test that names the incident.";
        }
        if (!facts.notRun().isEmpty()) {
            return "Run the rest of its tests: no part of this run were " + String.join(", ", facts.notRun())
                    + ", and a fix is proved by every test that names the incident.";
        }
        var answers = Answers.of(Criterion.of(facts));
        return answers.met() == answers.all()
                ? "Close incident " + facts.incident().id() + " in the registry, and delete its expectations."
                : "Do not close it yet. Its "
                        + Counted.of(answers.all(), "success criterion", "success criteria") + ": " + answers.words()
                        + ". Once all are met, close it in the registry and delete its expectations.";
    }
}
