package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.history.Changes;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.reports.words.TestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed since the update before this one. */
final class ChangesSection {

    private static final int MOST = 20;
    private static final int LONGEST = 160;

    private ChangesSection() {}

    static Section of(UpdateInput input) {
        var changes = input.changes();
        var blocks = new ArrayList<Block>();
        if (input.previous().isEmpty()) {
            blocks.add(new Block.Paragraph(text("No earlier update is on record: there is nothing to compare with.")));
            return new Section("What changed", 0, blocks);
        }
        var previous = input.previous().get();
        blocks.add(new Block.Paragraph(line(
                text("Compared with run "),
                code(previous.run()),
                text(" of " + RunLines.utc(previous.startedAt()) + "."))));
        blocks.add(new Block.Paragraph(finding(previous.finding(), IncidentWords.headline(input.facts()))));
        if (changes.nothingElse()) {
            blocks.add(new Block.Paragraph(
                    text("Nothing else changed: the same tests, verdicts, answers to the criteria and conditions.")));
        }
        if (!changes.conditions().isEmpty()) {
            blocks.add(new Block.Paragraph(strong(
                    "The two runs had different conditions, so a difference between them may come from these:")));
            blocks.add(new Block.Bullets(
                    changes.conditions().stream().map(Inline::text).toList()));
        }
        blocks.addAll(tests(input, changes));
        return new Section("What changed", 0, blocks);
    }

    private static Inline finding(String before, String now) {
        return before.equals(now)
                ? line(text("The finding is the same: "), strong(now), text("."))
                : line(text("The finding was "), strong(before), text(" and is now "), strong(now), text("."));
    }

    private static List<Block> tests(UpdateInput input, Changes changes) {
        Map<String, String> names = input.facts().tests().stream()
                .collect(Collectors.toMap(TestRecord::id, TestTable::name, (first, second) -> first));
        Function<String, String> name = id -> names.getOrDefault(id, CleanText.clip(TestNames.ofId(id), LONGEST));
        var items = new ArrayList<Inline>();
        changes.transitions().forEach((transition, tests) -> items.add(item(words(transition), tests, name)));
        if (!changes.added().isEmpty()) {
            items.add(item("new in this run", changes.added(), name));
        }
        if (!changes.vanished().isEmpty()) {
            items.add(item("not in this run any more", changes.vanished(), name));
        }
        changes.criteria().forEach(criterion -> items.add(text(criterion)));
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }

    private static Inline item(String what, List<String> tests, Function<String, String> name) {
        var parts = new ArrayList<Inline>();
        parts.add(strong(tests.size() + " " + what));
        parts.add(text(": "));
        for (int i = 0; i < Math.min(MOST, tests.size()); i++) {
            parts.add(text(i == 0 ? "" : ", "));
            parts.add(code(name.apply(tests.get(i))));
        }
        if (tests.size() > MOST) {
            parts.add(text(" and " + (tests.size() - MOST) + " more"));
        }
        return new Inline.Line(parts);
    }

    static String words(String names) {
        return names.toLowerCase(Locale.ROOT).replace('_', ' ').replace(" -> ", " → ");
    }
}
