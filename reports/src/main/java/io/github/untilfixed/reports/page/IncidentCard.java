package io.github.untilfixed.reports.page;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.Answers;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.IncidentState;
import io.github.untilfixed.reports.history.EvidenceAge;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.html.DocumentNodes;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.html.Node;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What the run found about one incident, what to do next, and how old the evidence is. */
final class IncidentCard {

    private static final Set<IncidentState> GOOD = Set.of(IncidentState.PRESENT, IncidentState.FIX_VALIDATED);

    private IncidentCard() {}

    static Element of(IncidentFacts facts, History history, int limitDays) {
        var incident = facts.incident();
        var body = new ArrayList<Node>();
        body.add(Element.of("h2", title(facts), Node.text(" " + incident.title())));
        body.add(Element.of("p", IncidentWords.headline(facts)).styled("finding"));
        body.add(Element.of("p", IncidentWords.summary(facts)));
        body.add(Element.of(
                "p", Element.of("strong", "Next: "), DocumentNodes.inline(IncidentWords.nextStepLine(facts))));
        var table = DocumentNodes.block(facts(facts, history, limitDays));
        boolean folded = facts.tests().size() == 1 && GOOD.contains(facts.state());
        body.add(folded ? Element.of("details", Element.of("summary", "Facts"), table) : table);
        return Element.of("section", body).styled("incident " + (GOOD.contains(facts.state()) ? "good" : "bad"));
    }

    private static Node title(IncidentFacts facts) {
        var url = facts.incident().url();
        var label = "Incident " + facts.incident().id();
        return DocumentNodes.inline(url == null ? Inline.text(label) : new Inline.Link(label, url));
    }

    private static Block facts(IncidentFacts facts, History history, int limitDays) {
        var incident = facts.incident();
        var rows = new ArrayList<List<Inline>>();
        rows.add(row("Kind, owner (declared)", incident.kind().toLowerCase(Locale.ROOT) + ", " + incident.owner()));
        rows.add(row(
                "Opened, review by (declared)",
                incident.opened() + ", " + incident.reviewBy() + ", state "
                        + incident.state().toLowerCase(Locale.ROOT).replace('_', ' ')));
        rows.add(row(
                "Symptom seen (measured)",
                history.timesSeen(incident.id()) + " of " + history.lines().size() + " runs on record"
                        + history.firstSeen(incident.id())
                                .map(at -> ", first on " + RunLines.utc(at))
                                .orElse("")));
        facts.bySymptom()
                .forEach((symptom, tests) -> rows.add(row(
                        "Symptom " + symptom + " (measured)",
                        tests.size() + (tests.size() == 1 ? " test" : " tests"))));
        var ages = EvidenceAge.of(facts, history, limitDays);
        if (!ages.isEmpty()) {
            rows.add(List.of(Inline.text("Age of evidence (measured)"), age(ages, limitDays)));
        }
        var criteria = Criterion.of(facts);
        if (!criteria.isEmpty()) {
            rows.add(row(
                    "Success criteria (declared), answers (measured)",
                    Answers.of(criteria).words()));
        }
        return new Block.Table(List.of("Fact", "Value"), rows);
    }

    /** Old evidence is red: a page in which nothing else is must not look as if somebody had looked. */
    private static Inline age(List<EvidenceAge> ages, int limitDays) {
        return EvidenceAge.stale(ages, limitDays)
                .map(Inline::alarm)
                .orElseGet(() -> Inline.text((ages.size() == 1
                                ? "the one expected failure was really seen "
                                : "each of the " + ages.size() + " expected failures was really seen, the oldest ")
                        + oldest(ages) + " (limit " + limitDays + " days, configured)"));
    }

    private static String oldest(List<EvidenceAge> ages) {
        long oldest =
                ages.stream().flatMapToLong(age -> age.days().stream()).max().orElse(0);
        return oldest == 0 ? "today" : oldest == 1 ? "1 day ago" : oldest + " days ago";
    }

    private static List<Inline> row(String name, String value) {
        return List.of(Inline.text(name), Inline.text(Objects.requireNonNull(value)));
    }
}
