package io.github.untilfixed.reports.markdown;

import io.github.untilfixed.reports.text.CleanText;
import java.util.List;
import java.util.regex.Pattern;

/** Escapes text for GitHub's Markdown, so that none of it becomes markup, a link, a mention or a reference. */
final class MarkdownText {

    /** An empty comment: GitHub honours neither a backslash nor an entity against mentions and references. */
    private static final String BREAK = "<!-- -->";

    /** Stands for the break until the text around it is escaped; no clean text holds it. */
    private static final String MARK = "\uE000";

    private static final Pattern REFERENCE = Pattern.compile("@|#(?=\\d|$)|\\b[Gg][Hh](?=-\\d)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?=://)|(?:mailto|xmpp)(?=:)|www(?=[.])");
    private static final Pattern HASH = Pattern.compile("(?i)\\b[0-9a-f](?=[0-9a-f]{6,39}\\b)");
    private static final List<Pattern> LIVE = List.of(REFERENCE, ADDRESS, HASH);
    private static final Pattern BLOCK_START = Pattern.compile("^([-+=#]|\\d{1,9}(?=[.)]))");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns the text as plain words within a line. */
    static String words(String text) {
        return escape(marked(CleanText.onOneLine(text).strip())).replace(MARK, BREAK);
    }

    /** Returns the text as the words that a line starts with: they start no list, heading or rule. */
    static String firstWords(String text) {
        var words = words(text);
        var start = BLOCK_START.matcher(words);
        if (!start.find()) {
            return words;
        }
        var marker = start.group(1);
        var safe = Character.isDigit(marker.charAt(0)) ? marker + "\\" : "\\" + marker;
        return safe + words.substring(start.end());
    }

    /** Returns the text as a code span; inside a table a span with a pipe is written as an element. */
    static String span(String text, boolean inTable) {
        var line = CleanText.onOneLine(text);
        if (line.isBlank()) {
            return "` `";
        }
        if (inTable && line.indexOf('|') >= 0) {
            return "<code>" + entities(marked(line)).replace(MARK, BREAK) + "</code>";
        }
        var ticks = "`".repeat(longestRun(line) + 1);
        var pad = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") ? " " : "";
        return ticks + pad + line + pad + ticks;
    }

    /** Returns the text as a fenced block. */
    static String fence(String language, String text) {
        var clean = CleanText.of(text);
        var ticks = "`".repeat(Math.max(3, longestRun(clean) + 1));
        return ticks + language + "\n" + clean + (clean.endsWith("\n") ? "" : "\n") + ticks;
    }

    private static String marked(String line) {
        var marked = line;
        for (var live : LIVE) {
            marked = live.matcher(marked).replaceAll("$0" + MARK);
        }
        return marked;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '|' -> escaped.append("&#124;");
                // GitHub reads a pair of dollars as a formula.
                case '$' -> escaped.append("&#36;");
                case '\\', '`', '*', '_', '[', ']', '~' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String entities(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == ' ' || point == MARK.charAt(0)) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("&#").append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
