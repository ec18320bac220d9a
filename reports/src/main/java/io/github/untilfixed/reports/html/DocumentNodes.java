package io.github.untilfixed.reports.html;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;

/** Turns the parts of a document into nodes. */
public final class DocumentNodes {

    private DocumentNodes() {}

    /** Returns a section under a heading of the second level. */
    public static Element section(Section section) {
        return Element.of("section", Element.of("h2", section.title()))
                .add(section.blocks().stream().map(DocumentNodes::block).toList());
    }

    /** Returns one block. */
    public static Element block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return Element.of("p", inline(paragraph.content()));
        } else if (block instanceof Block.Warning warning) {
            return Element.of("p", Element.of("strong", "Warning: "), inline(warning.content()))
                    .styled("warning");
        } else if (block instanceof Block.Quote quote) {
            return Element.of(
                    "blockquote",
                    quote.lines().stream()
                            .map(line -> Element.of("p", inline(line)))
                            .toList());
        } else if (block instanceof Block.Bullets bullets) {
            return Element.of(
                    "ul",
                    bullets.items().stream()
                            .map(item -> Element.of("li", inline(item)))
                            .toList());
        } else if (block instanceof Block.Checklist list) {
            return Element.of(
                            "ul", list.items().stream().map(DocumentNodes::item).toList())
                    .styled("checklist");
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.LongTable table) {
            return Element.of("div", table(table.table()))
                    .add(table.omission().map(DocumentNodes::block).stream().toList());
        } else if (block instanceof Block.Fence fence) {
            return Element.of("pre", Element.of("code", fence.text()));
        } else if (block instanceof Block.Details details) {
            return Element.of("details", Element.of("summary", details.summary()))
                    .add(details.content().stream().map(DocumentNodes::block).toList());
        }
        throw new IllegalStateException("unknown block: " + block);
    }

    /** Returns a piece of a line. */
    public static Node inline(Inline inline) {
        if (inline instanceof Inline.Text text) {
            return Node.text(text.value());
        } else if (inline instanceof Inline.Code code) {
            return Element.of("code", code.value());
        } else if (inline instanceof Inline.Strong strong) {
            return Element.of("strong", strong.value());
        } else if (inline instanceof Inline.Alarm alarm) {
            return Element.of("strong", alarm.value()).styled("alarm");
        } else if (inline instanceof Inline.Link link) {
            return link(link);
        } else if (inline instanceof Inline.Line line) {
            return Element.of(
                    "span", line.parts().stream().map(DocumentNodes::inline).toList());
        }
        throw new IllegalStateException("unknown piece: " + inline);
    }

    private static Element item(Block.Checklist.Item item) {
        return Element.of("li", Node.text(item.done() ? "☑ " : "☐ "), inline(item.content()));
    }

    private static Element table(Block.Table table) {
        var heads = table.columns().stream()
                .map(head -> Element.of("th", head.startsWith(">") ? head.substring(1) : head)
                        .with("scope", "col")
                        .styled(head.startsWith(">") ? "number" : "words"))
                .toList();
        var rows = table.rows().stream().map(row -> row(table.columns(), row)).toList();
        var content = Element.of("table", Element.of("thead", Element.of("tr", heads)), Element.of("tbody", rows));
        return Element.of("div", content).styled("scroll");
    }

    private static Element row(List<String> columns, List<Inline> cells) {
        return Element.of(
                "tr",
                Stream.iterate(0, i -> i + 1)
                        .limit(cells.size())
                        .map(i -> Element.of("td", inline(cells.get(i)))
                                .styled(columns.get(i).startsWith(">") ? "number" : "words"))
                        .toList());
    }

    private static Node link(Inline.Link link) {
        try {
            var uri = new URI(link.url());
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return Node.text(link.label());
            }
            return Element.of("a", link.label())
                    .with("href", uri.toASCIIString())
                    .with("rel", "noreferrer noopener");
        } catch (URISyntaxException e) {
            // Not an address: the label is all there is to show.
            return Node.text(link.label());
        }
    }
}
