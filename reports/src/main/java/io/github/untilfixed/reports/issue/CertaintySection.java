package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.Answers;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.words.Counted;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.List;

/** How sure one can be, as counts: what was seen, how often, how long ago, and what is open. */
final class CertaintySection {

    private CertaintySection() {}

    static Section of(UpdateInput input) {
        var facts = input.facts();
        var id = facts.incident().id();
        var items = new ArrayList<Inline>();
        long ran =
                facts.tests().stream().filter(test -> test.outcome().bodyRan()).count();
        items.add(text(
                ran + " of " + facts.tests().size() + " tests of the incident ran their body in this run (measured)."));
        items.add(text(place(facts.run())));
        items.add(text("The symptom was seen in " + input.history().timesSeen(id) + " of "
                + input.history().lines().size() + " runs on record"
                + input.history()
                        .firstSeen(id)
                        .map(at -> ", first on " + RunLines.utc(at))
                        .orElse("")
                + " (measured); the incident was opened on " + facts.incident().opened() + " (declared)."));
        long fresh = input.ages().stream().filter(age -> !age.stale()).count();
        if (!input.ages().isEmpty()) {
            items.add(text(fresh + " of " + input.ages().size()
                    + " tests that must fail were really seen failing with the symptom within the last "
                    + input.evidenceLimitDays() + " days (measured; limit configured)."));
        }
        items.addAll(criteria(Criterion.of(facts)));
        if (!facts.lookalikes().isEmpty()) {
            items.add(text(Counted.of(
                            facts.lookalikes().size(),
                            "test that does not name the incident",
                            "tests that do not name the incident")
                    + " failed with its symptom: its reach is not fully declared."));
        }
        return Section.of("How sure are we?", 0, new Block.Bullets(items));
    }

    static String place(RunFacts run) {
        if (run.simulated()) {
            var shown = run.run().faults().isEmpty()
                    ? "they show what this code does without a fault"
                    : "they show what the declared fault does to this code";
            return "The tests ran against a simulation (environment "
                    + run.run().environment() + "): " + shown + ", and nothing about the real infrastructure.";
        }
        if (!run.remote()) {
            return "No environment of the harness was used in this run: what the tests ran against is not on record.";
        }
        return run.run().faults().isEmpty()
                ? "The tests ran against the real environment. The run injected no fault (configured); a test that needs one puts it on a path of its own."
                : "The tests ran against the real database, with the injected fault " + RunLines.faults(run.run())
                        + " (configured): what they show of that fault says nothing about the real infrastructure.";
    }

    private static List<Inline> criteria(List<Criterion> criteria) {
        var answers = Answers.of(criteria);
        return criteria.isEmpty()
                ? List.of()
                : List.of(text("Of " + Counted.of(answers.all(), "success criterion", "success criteria")
                        + " (declared), " + answers.words() + " (measured)."));
    }
}
