package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.text.Excerpt;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.reports.words.VerdictWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One excerpt for each symptom that was seen, and for each failure that shows none. */
final class EvidenceSection {

    private static final int LINES = 12;

    /** What starts with data, after at most two lines that say of what. */
    private static final Pattern DATA = Pattern.compile("(?:[^\\n]*\\n){0,2}[{\\[]\\n");

    private final IncidentFacts facts;
    private final Set<String> excerpts = new HashSet<>();

    private EvidenceSection(IncidentFacts facts) {
        this.facts = facts;
    }

    static Section of(IncidentFacts facts) {
        return new EvidenceSection(facts).section();
    }

    private Section section() {
        var blocks = new ArrayList<Block>();
        facts.bySymptom().forEach((symptom, tests) -> blocks.addAll(symptom(symptom, tests)));
        facts.tests().stream()
                .filter(test -> facts.run().red(test) && test.symptom() == null)
                .limit(5)
                .forEach(test -> blocks.addAll(other(test)));
        if (!blocks.isEmpty() && facts.run().run().timeScale() != 1) {
            blocks.add(
                    0,
                    new Block.Paragraph(text("Text is quoted as it was. What it gives in ms is real time; times "
                            + facts.run().run().timeScale() + " that is simulated time.")));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(text("No test of the incident failed: there is no excerpt to show.")));
        }
        return new Section("Evidence", 2, blocks);
    }

    private List<Block> symptom(String symptom, List<TestRecord> tests) {
        var description = facts.incident().symptoms().getOrDefault(symptom, "");
        var starts = tests.stream()
                .map(TestRecord::startedAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var seen = starts.isEmpty()
                ? ""
                : " In this run first seen " + RunLines.utc(starts.get(0)) + ", last "
                        + RunLines.utc(starts.get(starts.size() - 1)) + ".";
        return shown(
                tests.get(0),
                new Block.Paragraph(line(
                        text("Symptom "),
                        code(symptom),
                        text(": matched by " + tests.size() + " of "
                                + facts.tests().size() + " tests of the incident (measured)." + seen))),
                new Block.Paragraph(line(text("Declared as: "), code(description))));
    }

    private List<Block> other(TestRecord test) {
        return shown(
                test,
                new Block.Paragraph(line(
                        strong(VerdictWords.signed(test.verdict())),
                        text(" "),
                        code(TestTable.name(test)),
                        text(": "))));
    }

    /** The failure as it was, and folded under it what was attached to it. */
    private List<Block> shown(TestRecord test, Block... introduction) {
        var blocks = new ArrayList<>(List.of(introduction));
        var chains =
                test.outcome().failures().stream().map(EvidenceSection::chain).collect(Collectors.joining("\n"));
        blocks.add(new Block.Fence("text", chains.isEmpty() ? test.explanation() : chains));
        if (!test.evidence().isEmpty()) {
            var names = test.evidence().stream().map(EvidenceEntry::name).collect(Collectors.joining(", "));
            var texts = test.evidence().stream().map(this::excerptOnce).collect(Collectors.joining("\n"));
            blocks.add(new Block.Details(
                    "Attached to " + TestTable.name(test) + ": " + names, List.of(new Block.Fence("text", texts))));
        }
        return blocks;
    }

    /** One log of a server belongs to many tests: it is shown where it comes first. */
    private String excerptOnce(EvidenceEntry entry) {
        var excerpt = "[" + entry.name() + "]\n" + excerpt(entry);
        return excerpts.add(excerpt) ? excerpt : "[" + entry.name() + "]\nthe same as above";
    }

    /** A log says at its end what happened; data say at their beginning what they are. */
    private static String excerpt(EvidenceEntry entry) {
        return DATA.matcher(entry.content()).lookingAt()
                ? Excerpt.head(entry.content(), 40)
                : Excerpt.tail(entry.content(), LINES);
    }

    private static String chain(FailureEntry failure) {
        return failure.origin() + ": "
                + failure.causes().stream()
                        .map(cause ->
                                cause.type() + (cause.message() == null ? "" : ": " + Excerpt.head(cause.message(), 3)))
                        .collect(Collectors.joining("\n  caused by "));
    }
}
