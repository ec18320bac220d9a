package io.github.untilfixed.cleanup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes incidents out of the annotations of a Java source. */
final class AnnotationEdits {

    private static final String EXPECTATION = "FailsUntilFixed";
    private static final String LIMIT = "OnlyInvocations";
    private static final Pattern ANNOTATION = Pattern.compile("@(?:[\\w.]+\\.)?(\\w+)\\s*(\\()?");
    private static final Pattern LITERAL = Pattern.compile("\"(_*)\"");
    private static final Pattern SYMPTOM = Pattern.compile("symptom\\s*=\\s*\"_*\"");
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*\\}|\"_*\"");
    /** What may stand in the annotation beside literals. */
    private static final Pattern KNOWN = Pattern.compile(
            "\"_*\"|\\b(?:value|intermittent|runs)\\s*=|\\btrue\\b|\\bfalse\\b|\\b(?:Runs\\.)?(?:ALWAYS|POST_FIX_ONLY)\\b");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final String source;
    private final String code;
    private final Set<String> incidents;
    private final List<Written> annotations = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> byHand = new ArrayList<>();

    private AnnotationEdits(String source, Set<String> incidents) {
        this.source = source;
        this.code = JavaText.code(source);
        this.incidents = incidents;
    }

    /** Reads a source. */
    static AnnotationEdits of(String source, Set<String> incidents) {
        var edits = new AnnotationEdits(source, incidents);
        edits.findAnnotations();
        edits.findChanges();
        return edits;
    }

    /** Returns what leaves the source without those incidents, in the order of the text. */
    List<Change> changes() {
        return changes;
    }

    /** Returns what a person has to look at, each with its line: a constant may stand for an incident. */
    List<String> byHand() {
        return byHand;
    }

    private void findAnnotations() {
        var match = ANNOTATION.matcher(code);
        while (match.find()) {
            int end = match.group(2) == null ? match.end(1) : closing(match.end());
            annotations.add(new Written(match.group(1), match.start(), end));
        }
    }

    private void findChanges() {
        annotations.stream().filter(each -> each.is(EXPECTATION)).forEach(this::change);
        deleteImportOf(EXPECTATION);
        deleteImportOf(LIMIT);
        changes.sort(Comparator.comparingInt(Change::start));
    }

    private void change(Written annotation) {
        var written = source.substring(annotation.start(), annotation.end());
        // A symptom may be called like an incident.
        var masked = SYMPTOM.matcher(code.substring(annotation.start(), annotation.end()))
                .replaceAll(symptom -> " ".repeat(symptom.group().length()));
        var ids = LITERAL.matcher(masked)
                .results()
                .map(literal -> written.substring(literal.start(1), literal.end(1)))
                .toList();
        if (namesAConstant(masked)) {
            byHand.add(Change.lineOf(source, annotation.start()) + ": look at " + oneLine(written)
                    + ": it names a constant, and is to go by hand if that is "
                    + incidents.stream().sorted().map(id -> "\"" + id + "\"").collect(Collectors.joining(" or ")));
            return;
        }
        if (ids.stream().noneMatch(incidents::contains)) {
            return;
        }
        var others = ids.stream().filter(id -> !incidents.contains(id)).toList();
        if (others.isEmpty()) {
            delete(annotation);
            limitBeside(annotation).ifPresent(this::delete);
        } else {
            var replacement = without(masked, written, others);
            var what = "change " + oneLine(written) + " to " + oneLine(replacement);
            changes.add(new Change(annotation.start(), annotation.end(), replacement, what));
        }
    }

    private static boolean namesAConstant(String masked) {
        var arguments = masked.substring(masked.indexOf('(') + 1);
        return NAME.matcher(KNOWN.matcher(arguments).replaceAll("")).find();
    }

    /** Takes the blank after it away too where the line goes on. */
    private void delete(Written annotation) {
        int end = annotation.end();
        boolean goesOn = end + 1 < source.length() && source.charAt(end) == ' ' && source.charAt(end + 1) != '\n';
        changes.add(new Change(
                annotation.start(),
                goesOn ? end + 1 : end,
                "",
                "delete " + oneLine(source.substring(annotation.start(), end))));
    }

    /** Returns the limit to some invocations that stands on the same method or class, and is nothing without it. */
    private Optional<Written> limitBeside(Written expectation) {
        return annotations.stream()
                .filter(each -> each.is(LIMIT))
                .filter(each -> each.start() > expectation.end()
                        ? onlyAnnotations(expectation.end(), each.start())
                        : onlyAnnotations(each.end(), expectation.start()))
                .findFirst();
    }

    private boolean onlyAnnotations(int from, int to) {
        int at = from;
        for (var each : annotations) {
            if (each.start() >= at && each.end() <= to) {
                if (!code.substring(at, each.start()).isBlank()) {
                    return false;
                }
                at = each.end();
            }
        }
        return at <= to && code.substring(at, to).isBlank();
    }

    private static String without(String masked, String written, List<String> others) {
        var quoted = others.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        var value = others.size() == 1 ? quoted : "{" + quoted + "}";
        var match = VALUE.matcher(masked);
        return match.find() ? written.substring(0, match.start()) + value + written.substring(match.end()) : written;
    }

    /** It goes when nothing in the source has the name any more. */
    private void deleteImportOf(String name) {
        var match = Pattern.compile("import\\s+[\\w.]+\\." + name + "\\s*;").matcher(code);
        long named =
                Pattern.compile("\\b" + name + "\\b").matcher(code).results().count();
        long deleted = changes.stream()
                .filter(change -> change.what().startsWith("delete @" + name))
                .count();
        if (deleted > 0 && named == deleted + 1 && match.find()) {
            changes.add(new Change(match.start(), match.end(), "", "delete the import of " + name));
        }
    }

    private int closing(int from) {
        int depth = 1;
        for (int at = from; at < code.length(); at++) {
            char each = code.charAt(at);
            if (each == '(') {
                depth++;
            } else if (each == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return code.length();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** An annotation in the source. */
    private record Written(String name, int start, int end) {
        boolean is(String other) {
            return name.equals(other);
        }
    }
}
