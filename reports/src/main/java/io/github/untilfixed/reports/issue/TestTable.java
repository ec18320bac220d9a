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
import java.util.ArrayList;
import java.util.List;

/** The table of tests: what each was to do, what it did, what that means. */
final class TestTable {

    private static final int MOST = 200;
    private static final int WIDEST = 160;
    private static final int WIDEST_WHY = 260;

    private TestTable() {}

    static List<Block> of(List<TestRecord> tests) {
        var rows = new ArrayList<List<Inline>>();
        tests.stream().limit(MOST).forEach(test -> rows.add(row(test)));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(
                text("Durations in this table are real time. Where a why tells both, it says at which time scale.")));
        blocks.add(new Block.Table(
                List.of("Tier", "Test", "Expected", "Verdict", "Symptom", ">Took, real (measured)", "Why"), rows));
        if (tests.size() > MOST) {
            blocks.add(new Block.Warning(text((tests.size() - MOST) + " more tests are in the journal.")));
        }
        return blocks;
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
