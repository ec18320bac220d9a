package io.github.untilfixed.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes one incident out of the annotations of a Java source. */
final class AnnotationEdits {

    private static final Pattern START = Pattern.compile("@(?:[\\w.]+\\.)?FailsUntilFixed\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SYMPTOM = Pattern.compile("symptom\\s*=\\s*\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*\\}|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern IMPORT = Pattern.compile("import\\s+[\\w.]+\\.FailsUntilFixed\\s*;\\s*");

    private AnnotationEdits() {}

    /** Returns the edits that leave the source without that incident, in the order of the lines. */
    static List<Edit> of(String source, String incident) {
        var edits = new ArrayList<Edit>();
        var match = START.matcher(source);
        int found = 0;
        while (match.find()) {
            found++;
            int end = closing(source, match.end());
            var edit = edit(source, match.start(), end, incident);
            if (edit != null) {
                edits.add(edit);
            }
        }
        long deletions =
                edits.stream().filter(edit -> edit.what().startsWith("delete")).count();
        if (found > 0 && deletions == found) {
            importEdit(source, edits);
        }
        edits.sort(java.util.Comparator.comparingInt(Edit::line));
        return edits;
    }

    private static @org.jspecify.annotations.Nullable Edit edit(String source, int start, int end, String incident) {
        var annotation = source.substring(start, end);
        var ids = LITERAL.matcher(SYMPTOM.matcher(annotation).replaceAll(""))
                .results()
                .map(literal -> literal.group(1))
                .toList();
        if (!ids.contains(incident)) {
            return null;
        }
        var others = ids.stream().filter(id -> !id.equals(incident)).toList();
        var replacement = others.isEmpty() ? "" : without(annotation, others);
        var what = others.isEmpty()
                ? "delete " + oneLine(annotation)
                : "change " + oneLine(annotation) + " to " + oneLine(replacement);
        return replace(source, start, end, replacement, what);
    }

    private static String without(String annotation, List<String> others) {
        var quoted = others.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        var value = others.size() == 1 ? quoted : "{" + quoted + "}";
        return VALUE.matcher(annotation).replaceFirst(java.util.regex.Matcher.quoteReplacement(value));
    }

    private static void importEdit(String source, List<Edit> edits) {
        var match = IMPORT.matcher(source);
        if (match.find()) {
            edits.add(new Edit(line(source, match.start()), 1, List.of(), "delete the import of FailsUntilFixed"));
        }
    }

    private static Edit replace(String source, int start, int end, String replacement, String what) {
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', end);
        lineEnd = lineEnd < 0 ? source.length() : lineEnd;
        int lines = (int) source.substring(lineStart, lineEnd).lines().count();
        var rest = source.substring(lineStart, start) + replacement + source.substring(end, lineEnd);
        var inserted = rest.isBlank()
                ? List.<String>of()
                : rest.stripTrailing().lines().toList();
        return new Edit(line(source, start), lines, inserted, what);
    }

    private static int closing(String source, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            char each = source.charAt(at);
            if (each == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && each == '(') {
                depth++;
            } else if (!quoted && each == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return source.length();
    }

    private static int line(String source, int offset) {
        return (int) source.substring(0, offset)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
