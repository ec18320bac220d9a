package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentFacts;
import java.util.ArrayList;
import java.util.List;

/** What to tell the people of an incident after a run: measured facts first, quoted words marked as such. */
public final class IssueUpdate {

    private IssueUpdate() {}

    /** Returns the update of one incident. */
    public static Document of(IncidentFacts facts) {
        var incident = facts.incident();
        var sections = new ArrayList<Section>();
        sections.add(Section.of("Summary", 0, new Block.Paragraph(text(IncidentWords.summary(facts)))));
        sections.add(Section.of("Verdicts by tier", 0, VerdictTable.of(facts.tests())));
        sections.add(new Section("Tests of the incident", 4, TestTable.of(facts.tests())));
        sections.add(EvidenceSection.of(facts));
        PhaseSection.of(facts.run()).ifPresent(sections::add);
        sections.add(Section.of("Next step", 0, new Block.Paragraph(text(IncidentWords.nextStep(facts)))));
        sections.add(ReproduceSection.of(facts));
        return new Document("Incident " + incident.id() + ": " + incident.title(), opening(facts), sections);
    }

    private static List<Block> opening(IncidentFacts facts) {
        var blocks = new ArrayList<>(RunLines.warnings(facts.run()));
        blocks.add(new Block.Paragraph(
                line(text("This run's finding: "), strong(IncidentWords.headline(facts)), text("."))));
        blocks.add(registry(facts.incident()));
        blocks.add(RunLines.header(facts.run()));
        return blocks;
    }

    private static Block registry(IncidentSnapshot incident) {
        var link = incident.url() == null ? text("no issue") : new Inline.Link("issue", incident.url());
        return new Block.Paragraph(line(
                text("Declared in the registry: "),
                text(incident.kind().toLowerCase(java.util.Locale.ROOT)),
                text(", owner "),
                text(incident.owner()),
                text(", opened " + incident.opened() + ", to be reviewed by " + incident.reviewBy() + ", state "
                        + incident.state().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", "),
                link,
                text(".")));
    }
}
