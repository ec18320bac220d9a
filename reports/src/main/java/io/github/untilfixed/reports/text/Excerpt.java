package io.github.untilfixed.reports.text;

import java.util.List;

/** Cuts long text by whole lines. */
public final class Excerpt {

    /** Longer lines are cut: the beginning says it, and nobody scrolls to the right in an issue. */
    private static final int WIDEST = 500;

    private Excerpt() {}

    /** Returns the first lines, and how many were left out. */
    public static String head(String text, int lines) {
        var all = lines(text);
        return all.size() <= lines
                ? String.join("\n", all)
                : String.join("\n", all.subList(0, lines)) + "\n… (" + (all.size() - lines) + " more lines)";
    }

    /** Returns the last lines, and how many were left out before them. */
    public static String tail(String text, int lines) {
        var all = lines(text);
        return all.size() <= lines
                ? String.join("\n", all)
                : "… (" + (all.size() - lines) + " lines before)\n"
                        + String.join("\n", all.subList(all.size() - lines, all.size()));
    }

    private static List<String> lines(String text) {
        return CleanText.of(text)
                .stripTrailing()
                .lines()
                .map(line -> CleanText.clip(line, WIDEST))
                .toList();
    }
}
