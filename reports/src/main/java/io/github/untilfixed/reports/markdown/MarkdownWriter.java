package io.github.untilfixed.reports.markdown;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Document;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.text.CleanText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a document as GitHub Markdown. */
public final class MarkdownWriter {

    /** What GitHub takes in one comment, less a reserve for what it counts differently. */
    public static final int COMMENT_BUDGET = 60_000;

    /** A heading that is longer is no heading. */
    private static final int LONGEST_TITLE = 300;

    private MarkdownWriter() {}

    /**
     * Writes a document, leaving out the last rows of long tables and then whole sections, the heaviest first, until it
     * fits; the omission is stated. Where the rest is still too long, because a name or a message in it is, what is longest
     * of it goes next.
     *
     * @param budget the most UTF-16 characters that the result may have, at least 1,000
     */
    public static String write(Document document, int budget) {
        var opening = new ArrayList<>(document.opening());
        var kept = new ArrayList<>(document.sections());
        var left = new ArrayList<String>();
        var text = write(document, opening, kept, left);
        while (text.length() > budget && !(kept.isEmpty() && opening.isEmpty())) {
            if (!LongTables.shorten(kept, text.length() - budget)) {
                leaveOut(opening, kept, left);
            }
            text = write(document, opening, kept, left);
        }
        return text;
    }

    private static void leaveOut(List<Block> opening, List<Section> kept, List<String> left) {
        if (kept.isEmpty()) {
            opening.remove(longest(opening, MarkdownWriter::block));
            left.add("a part of what stands here");
        } else {
            var next = heaviest(kept);
            kept.remove(next);
            left.add(CleanText.clip(next.title(), LONGEST_TITLE));
        }
    }

    private static Section heaviest(List<Section> sections) {
        var heaviest =
                sections.stream().max(Comparator.comparingInt(Section::weight)).orElseThrow();
        return heaviest.weight() > 0 ? heaviest : longest(sections, MarkdownWriter::section);
    }

    private static <T> T longest(List<T> parts, Function<T, String> writer) {
        return parts.stream()
                .max(Comparator.comparingInt(part -> writer.apply(part).length()))
                .orElseThrow();
    }

    /** Returns a line that a reader of the rendered text does not see; the value may hold letters, digits and {@code :=._-} only. */
    public static String marker(String value) {
        if (!value.matches("[A-Za-z0-9:=._ -]*") || value.contains("--")) {
            throw new IllegalArgumentException("not fit for a hidden line: " + value);
        }
        return "<!-- " + value + " -->";
    }

    /** Returns what a hidden line holds, or empty when the line is none. */
    public static Optional<String> hiddenIn(String line) {
        return line.startsWith("<!-- ") && line.endsWith(" -->") && line.length() > 9
                ? Optional.of(line.substring(5, line.length() - 4))
                : Optional.empty();
    }

    private static String write(Document document, List<Block> opening, List<Section> sections, List<String> left) {
        var parts = new ArrayList<String>();
        parts.add("# " + MarkdownText.words(CleanText.clip(document.title(), LONGEST_TITLE)));
        opening.forEach(block -> parts.add(block(block)));
        if (!left.isEmpty()) {
            parts.add(warning(Inline.text("Left out to fit the size limit, whole sections only: "
                    + String.join(", ", left) + ". What they are made of is in the journal.")));
        }
        sections.forEach(section -> parts.add(section(section)));
        return String.join("\n\n", parts) + "\n";
    }

    private static String section(Section section) {
        return Stream.concat(
                        Stream.of("## " + MarkdownText.words(section.title())),
                        section.blocks().stream().map(MarkdownWriter::block))
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return line(paragraph.content());
        } else if (block instanceof Block.Warning warning) {
            return warning(warning.content());
        } else if (block instanceof Block.Quote quote) {
            return quote.lines().stream().map(line -> "> " + line(line)).collect(Collectors.joining("\n>\n"));
        } else if (block instanceof Block.Bullets bullets) {
            return bullets.items().stream().map(item -> "- " + line(item)).collect(Collectors.joining("\n"));
        } else if (block instanceof Block.Checklist list) {
            return list.items().stream()
                    .map(item -> (item.done() ? "- [x] " : "- [ ] ") + line(item.content()))
                    .collect(Collectors.joining("\n"));
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.LongTable table) {
            return table(table.table())
                    + table.omission().map(said -> "\n\n" + block(said)).orElse("");
        } else if (block instanceof Block.Fence fence) {
            return MarkdownText.fence(fence.language(), fence.text());
        } else if (block instanceof Block.Details details) {
            return details(details);
        }
        throw new IllegalStateException("unknown block: " + block);
    }

    private static String warning(Inline content) {
        return "> **Warning:** " + inline(content, false);
    }

    private static String details(Block.Details details) {
        var content = details.content().stream().map(MarkdownWriter::block).collect(Collectors.joining("\n\n"));
        return "<details><summary>" + MarkdownText.words(details.summary()) + "</summary>\n\n" + content
                + "\n\n</details>";
    }

    private static String table(Block.Table table) {
        var lines = new ArrayList<String>();
        lines.add(table.columns().stream()
                .map(head -> MarkdownText.words(isNumeric(head) ? head.substring(1) : head))
                .collect(Collectors.joining(" | ", "| ", " |")));
        lines.add(table.columns().stream()
                .map(head -> isNumeric(head) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |")));
        for (var row : table.rows()) {
            lines.add(row(row));
        }
        return String.join("\n", lines);
    }

    /** Returns a row of a table as one line. */
    static String row(List<Inline> cells) {
        return cells.stream().map(cell -> inline(cell, true)).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static boolean isNumeric(String head) {
        return head.startsWith(">");
    }

    /** Returns a line that stands for itself. */
    private static String line(Inline inline) {
        if (inline instanceof Inline.Text text) {
            return spaced(text.value(), MarkdownText.firstWords(text.value())).stripLeading();
        }
        if (inline instanceof Inline.Line line && !line.parts().isEmpty()) {
            var rest = new Inline.Line(line.parts().subList(1, line.parts().size()));
            return (line(line.parts().get(0)) + inline(rest, false)).stripLeading();
        }
        return inline(inline, false);
    }

    private static String inline(Inline inline, boolean inTable) {
        if (inline instanceof Inline.Text text) {
            return spaced(text.value(), MarkdownText.words(text.value()));
        } else if (inline instanceof Inline.Code code) {
            return MarkdownText.span(code.value(), inTable);
        } else if (inline instanceof Inline.Strong strong) {
            return strong(MarkdownText.words(strong.value()));
        } else if (inline instanceof Inline.Alarm alarm) {
            return strong(MarkdownText.words(alarm.value()));
        } else if (inline instanceof Inline.Link link) {
            return link(link);
        } else if (inline instanceof Inline.Line line) {
            return line.parts().stream().map(part -> inline(part, inTable)).collect(Collectors.joining());
        }
        throw new IllegalStateException("unknown piece: " + inline);
    }

    private static String strong(String words) {
        return words.isEmpty() ? "" : "**" + words + "**";
    }

    private static String spaced(String source, String words) {
        if (source.isBlank()) {
            return source.isEmpty() ? "" : " ";
        }
        return (source.startsWith(" ") ? " " : "") + words + (source.endsWith(" ") ? " " : "");
    }

    private static String link(Inline.Link link) {
        var label = MarkdownText.words(link.label());
        try {
            var uri = new URI(link.url());
            var scheme = uri.getScheme();
            if (uri.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
                return label;
            }
            return "[" + label + "](<" + uri.toASCIIString().replace(">", "%3E") + ">)";
        } catch (URISyntaxException e) {
            // Not an address: the label is all there is to show.
            return label;
        }
    }
}
