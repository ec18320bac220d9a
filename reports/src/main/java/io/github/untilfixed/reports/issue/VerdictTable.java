package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.reports.words.VerdictWords;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of tiers by verdicts; only verdicts that occur have a column. */
final class VerdictTable {

    private VerdictTable() {}

    static Block of(List<TestRecord> tests) {
        var all = VerdictCounts.of(tests);
        var verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> all.of(verdict) > 0)
                .toList();
        var columns = new ArrayList<String>(List.of("Tier"));
        verdicts.forEach(verdict -> columns.add(">" + VerdictWords.of(verdict)));
        columns.add(">all");
        var rows = new ArrayList<List<Inline>>();
        Tiers.split(tests).forEach((tier, some) -> rows.add(row(code(tier), verdicts, VerdictCounts.of(some))));
        rows.add(row(strong("all"), verdicts, all));
        return new Block.Table(columns, rows);
    }

    private static List<Inline> row(Inline head, List<Verdict> verdicts, VerdictCounts counts) {
        var row = new ArrayList<>(List.of(head));
        verdicts.forEach(verdict -> row.add(text(counts.of(verdict))));
        row.add(strong(Integer.toString(counts.total())));
        return row;
    }
}
