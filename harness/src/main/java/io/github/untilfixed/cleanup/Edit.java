package io.github.untilfixed.cleanup;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that are replaced.
 *
 * @param line the first one, counted from 1
 * @param deleted how many are deleted
 * @param inserted what takes their place, without line breaks
 */
record Edit(int line, int deleted, List<String> inserted) {

    Edit {
        inserted = List.copyOf(inserted);
    }

    /** Returns the edits that make the changes, which are in order and do not overlap; those of one line are one edit. */
    static List<Edit> of(String text, List<Change> changes) {
        var edits = new ArrayList<Edit>();
        for (int first = 0; first < changes.size(); ) {
            int from = text.lastIndexOf('\n', changes.get(first).start() - 1) + 1;
            int to = lineEnd(text, changes.get(first).end());
            int next = first + 1;
            while (next < changes.size() && changes.get(next).start() <= to) {
                to = lineEnd(text, changes.get(next).end());
                next++;
            }
            edits.add(of(text, from, to, changes.subList(first, next)));
            first = next;
        }
        return edits;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Edit of(String text, int from, int to, List<Change> changes) {
        var replaced = new StringBuilder();
        int at = from;
        for (var change : changes) {
            replaced.append(text, at, change.start()).append(change.replacement());
            at = change.end();
        }
        replaced.append(text, at, to);
        boolean carriageReturn = text.startsWith("\r", to - 1);
        var inserted = replaced.toString()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .map(line -> carriageReturn ? line + "\r" : line)
                .toList();
        int lines = (int) text.substring(from, to)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
        return new Edit(Change.lineOf(text, from), lines, inserted);
    }
}
