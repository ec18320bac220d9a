package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentState;
import io.github.untilfixed.reports.history.EvidenceAge;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.List;

/** What to tell the people of an incident after a run: measured facts first, quoted words marked as such. */
public final class IssueUpdate {

    private IssueUpdate() {}

    /** Returns the update of one incident. */
    public static Document of(UpdateInput input) {
        var facts = input.facts();
        var sections = new ArrayList<Section>();
        sections.add(summary(input));
        sections.add(ChangesSection.of(input));
        sections.add(Section.of("Verdicts by tier", 0, VerdictTable.of(facts.tests())));
        sections.add(new Section("Tests of the incident", 4, TestTable.of(facts.tests())));
        sections.add(EvidenceSection.of(facts));
        PhaseSection.of(facts.run()).ifPresent(sections::add);
        ConnectSection.times(facts.run()).ifPresent(sections::add);
        ConnectorSection.of(facts.run()).ifPresent(sections::add);
        ConnectSection.sweeps(facts.run()).ifPresent(sections::add);
        sections.add(CauseSection.of(facts.run()));
        CriteriaSection.of(facts).ifPresent(sections::add);
        sections.add(CertaintySection.of(input));
        sections.addAll(NarrativeSections.of(facts));
        sections.add(ProofSection.of(facts));
        sections.add(ReproduceSection.of(facts));
        sections.add(FilesSection.of(facts));
        return new Document(
                "Incident " + facts.incident().id() + ": " + facts.incident().title(), opening(input), sections);
    }

    private static Section summary(UpdateInput input) {
        var facts = input.facts();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(text(IncidentWords.summary(facts) + " " + since(input))));
        blocks.add(InBrief.of(input));
        blocks.addAll(NarrativeSections.summary(facts));
        return new Section("Summary", 0, blocks);
    }

    private static String since(UpdateInput input) {
        var incident = input.facts().incident();
        return input.history()
                        .firstSeen(incident.id())
                        .map(at -> "Its symptom was first seen by a run on record on " + RunLines.utc(at)
                                + " (measured). ")
                        .orElse("No run on record saw its symptom. ")
                + "It is open since " + incident.opened() + " (declared).";
    }

    private static List<Block> opening(UpdateInput input) {
        var facts = input.facts();
        var blocks = new ArrayList<>(RunLines.warnings(facts.run()));
        input.changes()
                .contradictions()
                .forEach(contradiction ->
                        blocks.add(new Block.Warning(line(strong("Contradiction:"), text(" " + contradiction)))));
        // Tests that pass are no evidence of the incident, and that is what the finding says then.
        EvidenceAge.stale(input.ages(), input.evidenceLimitDays())
                .filter(stale -> facts.state() != IncidentState.PASSING)
                .ifPresent(
                        stale -> blocks.add(new Block.Warning(line(strong("Old evidence:"), text(" " + stale + ".")))));
        blocks.add(new Block.Paragraph(
                line(text("This run's finding: "), strong(IncidentWords.headline(facts)), text("."))));
        blocks.add(new Block.Paragraph(line(strong("Next step:"), text(" "), IncidentWords.nextStepLine(facts))));
        var due = facts.incident().narrative().get("next-update");
        if (due != null) {
            blocks.add(new Block.Paragraph(line(strong("Next update (declared):"), text(" " + due))));
        }
        blocks.add(new Block.Paragraph(
                text("Every number below is measured in this run unless it is marked as configured or declared.")));
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
                        + incident.state().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + severity(incident)
                        + ", "),
                link,
                text(".")));
    }

    private static String severity(IncidentSnapshot incident) {
        var severity = incident.narrative().get("severity");
        return severity == null ? "" : ", severity " + severity;
    }
}
