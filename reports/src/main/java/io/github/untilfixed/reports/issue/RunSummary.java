package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.List;

/** The one page about a run: counts, incidents, what is red. */
public final class RunSummary {

    private RunSummary() {}

    /** Returns the summary of a run. */
    public static Document of(RunFacts run) {
        var sections = new ArrayList<Section>();
        sections.add(Section.of("Verdicts by tier", 0, VerdictTable.of(run.tests())));
        sections.add(incidents(run));
        var red = run.red();
        if (!red.isEmpty()) {
            sections.add(new Section("What is red", 1, TestTable.of(red)));
        }
        PhaseSection.of(run).ifPresent(sections::add);
        run.end().filter(end -> !end.deletions().isEmpty()).ifPresent(end -> sections.add(deletions(end.deletions())));
        sections.add(Section.of("The run", 0, RunLines.header(run)));
        return new Document(run.green() ? "UntilFixed: green" : "UntilFixed: red", opening(run), sections);
    }

    private static List<Block> opening(RunFacts run) {
        var blocks = new ArrayList<>(RunLines.warnings(run));
        blocks.add(new Block.Paragraph(line(
                strong(RunLines.red(run)),
                text(" Mode " + RunLines.mode(run.run().mode()) + ", fault " + RunLines.faults(run.run())
                        + ", environment " + run.run().environment() + "."))));
        return blocks;
    }

    private static Section incidents(RunFacts run) {
        var items = run.incidents().stream()
                .<Inline>map(facts -> line(
                        strong(facts.incident().id()),
                        text(" "),
                        text(facts.incident().title()),
                        text(": " + IncidentWords.headline(facts) + ". " + IncidentWords.summary(facts) + " "),
                        IncidentWords.nextStepLine(facts)))
                .toList();
        return Section.of(
                "Incidents",
                0,
                items.isEmpty()
                        ? new Block.Paragraph(text("No test of this run names an incident."))
                        : new Block.Bullets(items));
    }

    private static Section deletions(List<String> deletions) {
        return Section.of(
                "To delete once the incident is closed",
                2,
                new Block.Bullets(deletions.stream().map(Inline::code).toList()));
    }
}
