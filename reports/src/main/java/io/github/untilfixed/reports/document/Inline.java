package io.github.untilfixed.reports.document;

import java.util.List;

/** A piece of a line; whoever writes it down escapes it, so any text may be put in. */
public sealed interface Inline {

    /** Plain words. */
    record Text(String value) implements Inline {}

    /** Something literal: a name, a command, a value that a test produced. */
    record Code(String value) implements Inline {}

    /** Something to be seen first. */
    record Strong(String value) implements Inline {}

    /** Something that is wrong and must be seen: in words and with a sign, and in the colour of what is red where there are colours. */
    record Alarm(String value) implements Inline {}

    /**
     * A link.
     *
     * @param label what is shown
     * @param url where it goes; writers drop it unless it is http or https
     */
    record Link(String label, String url) implements Inline {}

    /** Several pieces after each other, with nothing between them. */
    record Line(List<Inline> parts) implements Inline {

        public Line {
            parts = List.copyOf(parts);
        }
    }

    /** Returns plain words. */
    static Inline text(String value) {
        return new Text(value);
    }

    /** Returns a number as plain words. */
    static Inline text(long value) {
        return new Text(Long.toString(value));
    }

    /** Returns a literal. */
    static Inline code(String value) {
        return new Code(value);
    }

    /** Returns emphasised words. */
    static Inline strong(String value) {
        return new Strong(value);
    }

    /** Returns words that tell what is wrong, after a cross. */
    static Inline alarm(String value) {
        return new Alarm("✕ " + value);
    }

    /** Returns the pieces as one. */
    static Inline line(Inline... parts) {
        return new Line(List.of(parts));
    }
}
