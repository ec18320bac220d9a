package io.github.untilfixed.reports.text;

import java.util.regex.Pattern;

/** Takes out of a text what a reader cannot see but a terminal, a browser or a person's eye would obey. */
public final class CleanText {

    /** ECMA-48 control sequences (colours, cursor) and operating system commands (titles, links). */
    private static final Pattern ANSI = Pattern.compile(
            "\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B[@-Z\\\\-_]");

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** Returns the text without control sequences, invisible and direction-changing characters; lines end in LF. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var source = ANSI.matcher(text).replaceAll("").replace("\r\n", "\n");
        var clean = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            i += append(clean, source, i);
        }
        return clean.toString();
    }

    /** Returns the text of {@link #of} on one line. */
    public static String onOneLine(String text) {
        var clean = of(text);
        return clean.indexOf('\n') < 0 && clean.indexOf('\t') < 0
                ? clean
                : clean.strip().replaceAll("\\s*\n\\s*", " ").replace('\t', ' ');
    }

    /** Returns at most that many characters, the last one an ellipsis when something was cut. */
    public static String clip(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(characters - 2)) ? characters - 2 : characters - 1;
        return text.substring(0, end) + "…";
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c >= '\u007F') {
                return false;
            }
        }
        return true;
    }

    private static int append(StringBuilder clean, String source, int i) {
        char c = source.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < source.length() && Character.isLowSurrogate(source.charAt(i + 1))) {
            int point = source.codePointAt(i);
            if (!invisible(point)) {
                clean.appendCodePoint(point);
            }
            return 1;
        }
        if (Character.isSurrogate(c)) {
            clean.append(REPLACEMENT);
        } else if (c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
            clean.append('\n');
        } else if (c == '\n' || c == '\t' || !invisible(c)) {
            clean.append(c);
        }
        return 0;
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
