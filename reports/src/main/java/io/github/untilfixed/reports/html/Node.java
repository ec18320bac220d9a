package io.github.untilfixed.reports.html;

/** A part of a page; the writer escapes it, so any text may be put in. */
public sealed interface Node permits Element, Node.Text {

    /** Words. */
    record Text(String value) implements Node {}

    /** Returns words. */
    static Node text(String value) {
        return new Text(value);
    }
}
