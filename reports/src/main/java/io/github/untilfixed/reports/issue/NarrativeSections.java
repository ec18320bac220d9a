package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.statistics.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people wrote in the registry, quoted; no word of it is a measurement, and no box is ticked by anything but a check. */
final class NarrativeSections {

    private static final Set<String> ELSEWHERE = Set.of("criteria", "summary", "severity", "next-update");

    private final IncidentFacts facts;

    private NarrativeSections(IncidentFacts facts) {
        this.facts = facts;
    }

    static List<Section> of(IncidentFacts facts) {
        return new NarrativeSections(facts).sections();
    }

    /** Returns the declared summary as a quotation, or nothing. */
    static List<Block> summary(IncidentFacts facts) {
        var summary = facts.incident().narrative().get("summary");
        return summary == null
                ? List.of()
                : List.of(
                        new Block.Paragraph(text("Declared in the registry, not measured:")),
                        new Block.Quote(List.of(text(summary.toString()))));
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        facts.incident().narrative().forEach((name, content) -> {
            if (!ELSEWHERE.contains(name)) {
                sections.add(section(name, content));
            }
        });
        return sections;
    }

    private Section section(String name, Object content) {
        return switch (name) {
            case "five-whys" -> quoted("Five whys", 5, fiveWhys(content));
            case "impact" -> quoted("Impact", 5, List.of(new Block.Quote(lines(content))));
            case "actions" -> quoted("Actions", 4, actions(content));
            case "commands" -> quoted("Commands to look at the real infrastructure", 3, commands(content));
            default -> quoted(title(name), 6, List.of(new Block.Quote(lines(content))));
        };
    }

    private static Section quoted(String title, int weight, List<Block> content) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(text("Declared in the registry, not measured:")));
        blocks.addAll(content);
        return new Section(title, weight, blocks);
    }

    private static List<Block> fiveWhys(Object content) {
        var lines = new ArrayList<Inline>();
        int number = 0;
        for (var entry : list(content)) {
            number++;
            if (entry instanceof Map<?, ?> why) {
                lines.add(line(strong(number + ". " + value(why, "why")), text(" "), text(value(why, "answer"))));
                if (why.containsKey("evidence")) {
                    lines.add(line(text("Evidence as declared: "), text(value(why, "evidence"))));
                }
            } else {
                lines.add(text(number + ". " + entry));
            }
        }
        return List.of(new Block.Quote(lines));
    }

    private List<Block> actions(Object content) {
        var blocks = new ArrayList<Block>();
        for (var entry : list(content)) {
            if (entry instanceof Map<?, ?> group) {
                blocks.add(new Block.Paragraph(line(
                        strong(value(group, "priority")),
                        text(group.containsKey("owner") ? ", for the " + value(group, "owner") : ""))));
                blocks.add(new Block.Checklist(
                        list(group.get("items")).stream().map(this::item).toList()));
            } else {
                blocks.add(new Block.Checklist(List.of(item(entry))));
            }
        }
        return blocks;
    }

    private Block.Checklist.Item item(@Nullable Object entry) {
        if (entry instanceof Map<?, ?> map) {
            var check = value(map, "check");
            boolean met = !check.isEmpty() && isMet(check);
            // What the simulation shows is done nowhere else.
            boolean simulated = facts.run().simulated();
            var bound = " (bound to the check " + check + (met && simulated ? ", met in the simulation only)" : ")");
            return new Block.Checklist.Item(
                    met && !simulated, line(text(value(map, "text")), text(check.isEmpty() ? "" : bound)));
        }
        return new Block.Checklist.Item(false, text(String.valueOf(entry)));
    }

    private boolean isMet(String check) {
        var bound = Criterion.of(facts).stream()
                .filter(criterion -> check.equals(criterion.check()) || check.equals(criterion.name()))
                .toList();
        return !bound.isEmpty() && bound.stream().allMatch(criterion -> criterion.answer() == Trials.Answer.MET);
    }

    private static List<Block> commands(Object content) {
        return List.of(new Block.Fence(
                "bash", list(content).stream().map(String::valueOf).collect(Collectors.joining("\n"))));
    }

    private static List<Inline> lines(Object content) {
        var lines = new ArrayList<Inline>();
        for (var entry : list(content)) {
            if (entry instanceof Map<?, ?> group && group.get("items") instanceof List<?> items) {
                lines.add(strong(group.entrySet().stream()
                        .filter(field -> !"items".equals(field.getKey()))
                        .map(field -> flat(field.getValue()))
                        .collect(Collectors.joining(", "))));
                items.forEach(item -> lines.add(text(flat(item))));
            } else {
                lines.add(text(flat(entry)));
            }
        }
        return lines;
    }

    private static String flat(@Nullable Object entry) {
        return entry instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(field -> field.getKey() + ": " + flat(field.getValue()))
                        .collect(Collectors.joining("; "))
                : String.valueOf(entry);
    }

    private static List<?> list(@Nullable Object content) {
        if (content instanceof List<?> list) {
            return list;
        }
        return content == null ? List.of() : List.of(content);
    }

    private static String value(Map<?, ?> map, String key) {
        var value = map.get(key);
        return value == null ? "" : value.toString();
    }

    private static String title(String name) {
        var words = name.replace('-', ' ');
        return words.isEmpty() ? "Notes" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
