package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.Attribution;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.measured.Hypothesis;
import io.github.untilfixed.reports.words.Counted;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Whether it is the infrastructure: counts of what failed and what did not, and the hypotheses scored by measurement. */
final class CauseSection {

    private CauseSection() {}

    static Section of(RunFacts run) {
        var attribution = Attribution.of(run);
        var rows = new ArrayList<List<Inline>>();
        attribution
                .byKind()
                .forEach((kind, count) -> rows.add(row(
                        "symptom of an incident of kind " + kind.toLowerCase(java.util.Locale.ROOT),
                        count,
                        attribution.failed())));
        rows.add(row("no known symptom (unattributed)", attribution.unattributed(), attribution.failed()));
        var blocks = new ArrayList<Block>(hypotheses(run));
        blocks.add(new Block.Paragraph(text("Of " + Counted.of(run.tests().size(), "test", "tests") + " of the run, "
                + attribution.failed() + " failed (measured), with "
                + Counted.of(attribution.causes(), "known symptom", "different known symptoms")
                + ". The kind of an incident is declared in the registry; which test showed whose "
                + "symptom is measured. One cause can fail many tests, so no share is computed.")));
        blocks.add(new Block.Table(List.of("Failed tests that showed", ">Tests", ">Of failed"), rows));
        blocks.add(new Block.Paragraph(text(codeHealth(run))));
        return new Section("Is it the infrastructure?", 0, blocks);
    }

    private static List<Inline> row(String what, int count, int all) {
        return List.of(text(what), text(count), text(all));
    }

    private static String codeHealth(RunFacts run) {
        var free = run.tests().stream()
                .filter(test -> test.expectation().incidents().isEmpty())
                .toList();
        var passed =
                free.stream().filter(test -> test.verdict() == Verdict.PASSED).count();
        var ran = free.stream().filter(test -> test.outcome().bodyRan()).count();
        return "Tests that name no incident, which is how the code itself is checked here: " + passed + " of "
                + free.size() + " passed, " + ran + " of them ran their body (measured). "
                + hollow(run.tests());
    }

    private static String hollow(List<TestRecord> tests) {
        long hollow = tests.stream()
                .filter(test -> test.flags().contains(TestRecord.HOLLOW))
                .count();
        return hollow == 0
                ? "No test is flagged as hollow."
                : Counted.of(
                        hollow,
                        "test is flagged as hollow: it proves little.",
                        "tests are flagged as hollow: they prove little.");
    }

    private static List<Block> hypotheses(RunFacts run) {
        var hypotheses = Hypothesis.of(run);
        if (hypotheses.isEmpty()) {
            return List.of(new Block.Paragraph(
                    text("No hypothesis was scored in this run: which part of the infrastructure it is stays open.")));
        }
        var rows = hypotheses.stream()
                .map(hypothesis -> List.of(
                        text(name(hypothesis)),
                        text(number(hypothesis.score())),
                        text(hypothesis.support()),
                        text(hypothesis.against())))
                .toList();
        return List.of(
                new Block.Paragraph(text(
                        "Hypotheses, each with the number of observations of this run for it less the number of those"
                                + " against it." + injected(run))),
                new Block.Table(List.of("Hypothesis", ">Score (measured)", "For", "Against"), rows));
    }

    /** What was put in is found again: that is a test of the method. */
    static String injected(RunFacts run) {
        return run.run().faults().isEmpty()
                ? ""
                : " The run itself injected " + RunLines.faults(run.run())
                        + " (configured): that the measurements find it again shows that they can tell it from the others, and not what"
                        + " is wrong with the real infrastructure.";
    }

    /** The one that no fault is there is called after no fault. */
    static String name(Hypothesis hypothesis) {
        return hypothesis.name().equals("none") ? "nothing being wrong" : hypothesis.name();
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
