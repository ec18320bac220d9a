package io.github.untilfixed.cleanup;

/** The text of a Java source with everything blanked that is no code; positions stay what they are. */
final class JavaText {

    private static final char FILLER = '_';

    private final String source;
    private final StringBuilder code;
    private int at;

    private JavaText(String source) {
        this.source = source;
        this.code = new StringBuilder(source);
    }

    /** Returns the source with its comments blanked and the contents of its literals replaced by underscores. */
    static String code(String source) {
        return new JavaText(source).read();
    }

    private String read() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                blank(' ', end("\n", at));
            } else if (source.startsWith("/*", at)) {
                blank(' ', after("*/", at + 2));
            } else if (source.startsWith("\"\"\"", at)) {
                literal("\"\"\"");
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                literal(source.substring(at, at + 1));
            } else {
                at++;
            }
        }
        return code.toString();
    }

    private void literal(String quote) {
        at += quote.length();
        int end = at;
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        blank(FILLER, end);
        at += quote.length();
    }

    private int end(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found;
    }

    private int after(String mark, int from) {
        return Math.min(source.length(), end(mark, from) + mark.length());
    }

    private void blank(char filler, int end) {
        for (; at < Math.min(end, source.length()); at++) {
            if (source.charAt(at) != '\n' && source.charAt(at) != '\r') {
                code.setCharAt(at, filler);
            }
        }
    }
}
