package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.Answers;
import io.github.untilfixed.reports.facts.Attribution;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.history.Changes;
import io.github.untilfixed.reports.measured.Hypothesis;
import io.github.untilfixed.reports.words.Counted;
import java.util.ArrayList;
import java.util.List;

/** What people ask first, each in a line or two; the sections below have the counts that it is made from. */
final class InBrief {

    private InBrief() {}

    static Block of(UpdateInput input) {
        var facts = input.facts();
        return new Block.Bullets(List.of(
                answer("Is it the infrastructure?", cause(facts)),
                answer("What would prove the fix?", proof(facts)),
                answer("How sure are we?", certainty(facts)),
                answer("What changed?", changes(input))));
    }

    private static Inline answer(String question, String answer) {
        return line(strong(question), text(" " + answer));
    }

    private static String cause(IncidentFacts facts) {
        var attribution = Attribution.of(facts.run());
        if (attribution.failed() == 0) {
            return "No test of the run failed, so nothing points anywhere.";
        }
        int infrastructure = attribution.byKind().getOrDefault("INFRASTRUCTURE", 0);
        return infrastructure + " of " + attribution.failed()
                + " failed tests of the run showed a symptom of an infrastructure incident (its kind is declared), "
                + (attribution.failed() - infrastructure - attribution.unattributed())
                + " a symptom of an incident of another kind, and " + attribution.unattributed() + " no known symptom."
                + hypotheses(facts);
    }

    private static String hypotheses(IncidentFacts facts) {
        var hypotheses = Hypothesis.of(facts.run());
        if (hypotheses.isEmpty()) {
            return " No hypothesis was scored.";
        }
        var first = hypotheses.get(0);
        var next = hypotheses.size() == 1
                ? ""
                : ", next " + CauseSection.name(hypotheses.get(1)) + " "
                        + CauseSection.number(hypotheses.get(1).score());
        return " The measurements speak most for " + CauseSection.name(first) + " (score "
                + CauseSection.number(first.score()) + next + ")." + CauseSection.injected(facts.run());
    }

    private static String proof(IncidentFacts facts) {
        var criteria = Criterion.of(facts);
        long tested =
                criteria.stream().filter(criterion -> criterion.check() != null).count();
        int tests = facts.tests().size();
        return (tests == 1 ? "The one test" : "All " + tests + " tests")
                + " of the incident passing after the flip against the real staging"
                + (criteria.isEmpty()
                        ? "."
                        : ", and " + Counted.of(criteria.size(), "success criterion", "success criteria")
                                + " met, of which tests answer " + tested + ".");
    }

    private static String certainty(IncidentFacts facts) {
        var criteria = Criterion.of(facts);
        return CertaintySection.place(facts.run())
                + (criteria.isEmpty()
                        ? ""
                        : " Success criteria: " + Answers.of(criteria).words() + ".");
    }

    private static String changes(UpdateInput input) {
        if (input.previous().isEmpty()) {
            return "No earlier update is on record.";
        }
        var changed = words(input.changes());
        return changed.isEmpty() ? "Nothing since the update before." : String.join(", ", changed) + ".";
    }

    private static List<String> words(Changes changes) {
        var words = new ArrayList<String>();
        if (changes.otherFinding()) {
            words.add("The finding is another one");
        }
        int verdicts =
                changes.transitions().values().stream().mapToInt(List::size).sum();
        add(words, verdicts, "test has another verdict", "tests have another verdict");
        add(words, changes.added().size(), "test is new", "tests are new");
        add(words, changes.vanished().size(), "test is gone", "tests are gone");
        add(words, changes.criteria().size(), "criterion has another answer", "criteria have another answer");
        add(
                words,
                changes.conditions().size(),
                "condition of the run is different",
                "conditions of the run are different");
        return words;
    }

    private static void add(List<String> words, int count, String one, String several) {
        if (count > 0) {
            words.add(Counted.of(count, one, several));
        }
    }
}
