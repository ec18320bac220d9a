package io.github.untilfixed.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes edits of a file as a unified diff that {@code git apply} and {@code patch -p1} take. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /**
     * Returns the diff, ending with a line break.
     *
     * @param path relative, with slashes
     * @param text of the file, whatever its lines end with
     * @param edits in the order of the lines, not overlapping, at least one
     */
    static String of(String path, String text, List<Edit> edits) {
        var diff = new StringBuilder("--- a/" + path + "\n+++ b/" + path + "\n");
        var lines = lines(text);
        int shift = 0;
        for (var hunk : hunks(edits)) {
            shift += append(diff, lines, hunk, shift);
        }
        return diff.toString();
    }

    /** Each line with what a patch says after it; a carriage return belongs to the line. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var last = lines.remove(lines.size() - 1);
        lines.replaceAll(line -> line + "\n");
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file\n");
        }
        return lines;
    }

    private static List<List<Edit>> hunks(List<Edit> edits) {
        var hunks = new ArrayList<List<Edit>>();
        int end = Integer.MIN_VALUE;
        for (var edit : edits) {
            if (hunks.isEmpty() || edit.line() - end > 2 * CONTEXT) {
                hunks.add(new ArrayList<>());
            }
            hunks.get(hunks.size() - 1).add(edit);
            end = edit.line() + edit.deleted();
        }
        return hunks;
    }

    private static int append(StringBuilder text, List<String> lines, List<Edit> hunk, int shift) {
        var last = hunk.get(hunk.size() - 1);
        int from = Math.max(1, hunk.get(0).line() - CONTEXT);
        int to = Math.min(lines.size(), last.line() + last.deleted() - 1 + CONTEXT);
        var body = new StringBuilder();
        int grown = 0;
        int at = from;
        for (var edit : hunk) {
            at = copy(body, lines, at, edit.line());
            for (int index = 0; index < edit.deleted(); index++) {
                body.append('-').append(lines.get(at++ - 1));
            }
            edit.inserted().forEach(line -> body.append('+').append(line).append('\n'));
            grown += edit.inserted().size() - edit.deleted();
        }
        copy(body, lines, at, to + 1);
        int before = to - from + 1;
        text.append(String.format(Locale.ROOT, "@@ -%d,%d +%d,%d @@\n", from, before, from + shift, before + grown));
        text.append(body);
        return grown;
    }

    private static int copy(StringBuilder body, List<String> lines, int from, int end) {
        for (int line = from; line < end; line++) {
            body.append(' ').append(lines.get(line - 1));
        }
        return Math.max(from, end);
    }
}
