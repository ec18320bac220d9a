package io.github.untilfixed.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of HTML or SVG; immutable.
 *
 * @param name for example {@code table}
 * @param attributes in order
 * @param children in order
 */
public record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

    /** Returns an element of these children. */
    public static Element of(String name, Node... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    /** Returns an element of words. */
    public static Element of(String name, String words) {
        return of(name, Node.text(words));
    }

    /** Returns an element of these children. */
    public static Element of(String name, List<? extends Node> children) {
        return new Element(name, Map.of(), List.copyOf(children));
    }

    /** Returns this element with one more attribute. */
    public Element with(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, children);
    }

    /** Returns this element with one more attribute, a number with at most two decimals. */
    public Element with(String attribute, double value) {
        return with(
                attribute,
                value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value));
    }

    /** Returns this element with more children. */
    public Element add(Node... more) {
        return add(List.of(more));
    }

    /** Returns this element with more children. */
    public Element add(List<? extends Node> more) {
        return new Element(
                name,
                attributes,
                Stream.concat(children.stream(), more.stream()).toList());
    }

    /** Returns this element with a class. */
    public Element styled(String names) {
        return with("class", names);
    }
}
