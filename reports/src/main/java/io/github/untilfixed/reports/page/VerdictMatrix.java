package io.github.untilfixed.reports.page;

import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.words.VerdictWords;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tiers by the verdicts that occur. */
final class VerdictMatrix {

    private VerdictMatrix() {}

    static Element of(RunFacts run) {
        var all = run.counts();
        var verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> all.of(verdict) > 0)
                .toList();
        var heads = new ArrayList<Element>();
        heads.add(Element.of("th", "Tier").with("scope", "col"));
        verdicts.forEach(verdict -> heads.add(
                Element.of("th", VerdictWords.of(verdict)).with("scope", "col").styled("number")));
        heads.add(Element.of("th", "all").with("scope", "col").styled("number"));
        var rows = new ArrayList<Element>();
        Tiers.split(run.tests()).forEach((tier, tests) -> rows.add(row(tier, verdicts, VerdictCounts.of(tests))));
        rows.add(row("all", verdicts, all).styled("total"));
        return Element.of(
                        "div",
                        Element.of("table", Element.of("thead", Element.of("tr", heads)), Element.of("tbody", rows))
                                .styled("matrix"))
                .styled("scroll");
    }

    private static Element row(String head, List<Verdict> verdicts, VerdictCounts counts) {
        var cells = new ArrayList<Element>();
        cells.add(Element.of("th", head).with("scope", "row"));
        for (var verdict : verdicts) {
            int count = counts.of(verdict);
            cells.add(Element.of("td", count == 0 ? "·" : Integer.toString(count))
                    .styled(count == 0 ? "number nothing" : "number " + VerdictTiles.kind(verdict)));
        }
        cells.add(Element.of("td", Integer.toString(counts.total())).styled("number"));
        return Element.of("tr", cells);
    }
}
