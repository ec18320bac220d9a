package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.TimeScale;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.reports.words.TestNames;
import io.github.untilfixed.reports.words.VerdictWords;
import java.util.Comparator;
import java.util.List;

/** The table of tests: what each was to do, what it did, what that means. */
final class TestTable {

    /** Whoever writes the table down takes as many of them as fit. */
    private static final int MOST = 1_000;

    private static final int WIDEST = 160;
    private static final int WIDEST_WHY = 260;

    private TestTable() {}

    /** Red tests come first: the last rows are what a text that is too long loses. */
    static List<Block> of(List<TestRecord> tests) {
        var rows = tests.stream()
                .sorted(Comparator.comparing(
                        (TestRecord test) -> !test.verdict().red()))
                .limit(MOST)
                .map(TestTable::row)
                .toList();
        var table = new Block.Table(
                List.of("Tier", "Test", "Expected", "Verdict", "Symptom", ">Took, real (measured)", "Why"), rows);
        return List.of(
                new Block.Paragraph(text(
                        "Durations in this table are real time. Where a why tells both, it says at which time scale.")),
                new Block.LongTable(table, tests.size() - rows.size(), "more tests are in the journal."));
    }

    private static List<Inline> row(TestRecord test) {
        return List.of(
                code(Tiers.of(test)),
                code(name(test)),
                text(test.expectation()
                        .kind()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' ')),
                text(VerdictWords.signed(test.verdict())),
                test.symptom() == null ? text("") : code(test.symptom()),
                text(test.durationMillis() == null ? "never started" : TimeScale.real(test.durationMillis())),
                text(CleanText.clip(why(test), WIDEST_WHY)));
    }

    /** The columns before tell verdict, incident and symptom already, and what was measured stands at the end. */
    private static String why(TestRecord test) {
        return CleanText.onOneLine(test.explanation())
                .replaceFirst("^Failed as expected: incident [^,:]+, symptom [^,: ]+: ", "");
    }

    /** Returns the shortest name that a person finds the test by. */
    static String name(TestRecord test) {
        return CleanText.clip(TestNames.of(test), WIDEST);
    }
}
