package io.github.untilfixed.reports.html;

import io.github.untilfixed.reports.text.CleanText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes nodes as HTML; every text and every attribute value passes through here, and nothing else makes markup. */
public final class HtmlWriter {

    private static final Set<String> EMPTY = Set.of("meta", "br", "hr", "link");
    private static final Set<String> NEVER = Set.of("script", "iframe", "object", "embed", "base", "foreignobject");
    /** A line feed after these changes nothing that is seen, and keeps lines short for whoever reads or compares them. */
    private static final Set<String> LINES = Set.of(
            "head", "style", "section", "header", "p", "li", "ul", "tr", "details", "figure", "rect", "text", "svg");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final String STYLE = "style";

    private final StringBuilder out = new StringBuilder(1 << 16);

    private HtmlWriter() {}

    /** Returns a whole page. */
    public static String page(Element html) {
        return "<!doctype html>\n" + fragment(html) + "\n";
    }

    /** Returns the markup of one node. */
    public static String fragment(Node node) {
        var writer = new HtmlWriter();
        writer.write(node);
        return writer.out.toString();
    }

    private void write(Node node) {
        if (node instanceof Node.Text text) {
            escape(CleanText.of(text.value()));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        var name = allowed(element.name());
        out.append('<').append(name);
        element.attributes().forEach(this::attribute);
        out.append('>');
        if (EMPTY.contains(name)) {
            return;
        }
        if (name.equals(STYLE)) {
            element.children().forEach(this::style);
        } else {
            element.children().forEach(this::write);
        }
        out.append("</").append(name).append('>');
        if (LINES.contains(name)) {
            out.append('\n');
        }
    }

    private void attribute(String name, String value) {
        if (!NAME.matcher(name).matches() || name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw new IllegalArgumentException("not an attribute that a report has: " + name);
        }
        out.append(' ').append(name).append("=\"");
        escape(CleanText.onOneLine(value));
        out.append('"');
    }

    /** The text of a style sheet is not escaped by a browser; ours is a file of this module and holds no end tag. */
    private void style(Node node) {
        if (node instanceof Node.Text css && !css.value().contains("<")) {
            out.append(css.value());
        } else {
            throw new IllegalArgumentException("a style sheet holds plain CSS without '<'");
        }
    }

    private static String allowed(String name) {
        if (!NAME.matcher(name).matches() || NEVER.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not an element that a report has: " + name);
        }
        return name;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
