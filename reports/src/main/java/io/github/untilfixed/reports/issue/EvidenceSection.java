package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.text.Excerpt;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.reports.words.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One excerpt for each symptom that was seen, and for each failure that shows none. */
final class EvidenceSection {

    private EvidenceSection() {}

    static Section of(IncidentFacts facts) {
        var blocks = new ArrayList<Block>();
        facts.bySymptom().forEach((symptom, tests) -> blocks.addAll(symptom(facts, symptom, tests)));
        facts.tests().stream()
                .filter(test -> facts.run().red(test) && test.symptom() == null)
                .limit(5)
                .forEach(test -> blocks.addAll(other(test)));
        if (!blocks.isEmpty() && facts.run().run().timeScale() != 1) {
            blocks.add(
                    0,
                    new Block.Paragraph(text("Durations in quoted text are real ones; times "
                            + facts.run().run().timeScale() + " they are simulated time.")));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(text("No test of the incident failed: there is no excerpt to show.")));
        }
        return new Section("Evidence", 2, blocks);
    }

    private static List<Block> symptom(IncidentFacts facts, String symptom, List<TestRecord> tests) {
        var description = facts.incident().symptoms().getOrDefault(symptom, "");
        var starts = tests.stream()
                .map(TestRecord::startedAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var seen = starts.isEmpty()
                ? ""
                : " First seen " + RunLines.utc(starts.get(0)) + ", last " + RunLines.utc(starts.get(starts.size() - 1))
                        + ".";
        return List.of(
                new Block.Paragraph(line(
                        text("Symptom "),
                        code(symptom),
                        text(": matched by " + tests.size() + " of "
                                + facts.tests().size() + " tests of the incident (measured)." + seen))),
                new Block.Paragraph(line(text("Declared as: "), text(description))),
                new Block.Fence("text", excerpt(tests.get(0))));
    }

    private static List<Block> other(TestRecord test) {
        return List.of(
                new Block.Paragraph(line(
                        strong(VerdictWords.signed(test.verdict())),
                        text(" "),
                        code(TestTable.name(test)),
                        text(": "))),
                new Block.Fence("text", excerpt(test)));
    }

    private static String excerpt(TestRecord test) {
        var chains =
                test.outcome().failures().stream().map(EvidenceSection::chain).collect(Collectors.joining("\n"));
        var evidence = test.evidence().stream()
                .map(entry -> "\n[" + entry.name() + "]\n" + Excerpt.tail(entry.content(), 12))
                .collect(Collectors.joining());
        return chains.isEmpty() && evidence.isEmpty() ? test.explanation() : chains + evidence;
    }

    private static String chain(FailureEntry failure) {
        return failure.origin() + ": "
                + failure.causes().stream()
                        .map(cause ->
                                cause.type() + (cause.message() == null ? "" : ": " + Excerpt.head(cause.message(), 3)))
                        .collect(Collectors.joining("\n  caused by "));
    }
}
