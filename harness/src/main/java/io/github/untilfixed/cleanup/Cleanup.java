package io.github.untilfixed.cleanup;

import io.github.untilfixed.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to delete once incidents are fixed.
 *
 * @param list one line for each place: file, line and what to do there
 * @param diff the same as a unified diff, without what only a person can change; empty when there is nothing
 */
public record Cleanup(List<String> list, String diff) {

    private static final Pattern KNOWN_ISSUE =
            Pattern.compile("KnownIssue\\s*\\.\\s*of\\(\\s*(?:\"(_*)\"|([\\w.]+))\\s*\\)");

    /** Copies the list. */
    public Cleanup {
        list = List.copyOf(list);
    }

    /**
     * Looks through sources and registry.
     *
     * @param incidents the incidents, at least one
     * @param registry the file that declares them
     * @param sources directories with Java sources
     * @param base what paths are written relative to
     * @throws IOException when a file cannot be read
     */
    public static Cleanup of(List<Incident> incidents, Path registry, Collection<Path> sources, Path base)
            throws IOException {
        var ids = incidents.stream().map(Incident::id).collect(Collectors.toSet());
        var list = new ArrayList<String>();
        var diff = new StringBuilder();
        for (var file : javaFiles(sources)) {
            var text = Files.readString(file);
            var path = path(file, base);
            var edits = AnnotationEdits.of(text, ids);
            add(path, text, edits.changes(), list, diff);
            edits.byHand().forEach(line -> list.add(path + ":" + line));
            list.addAll(knownIssues(path, text, ids));
        }
        if (Files.isRegularFile(registry)) {
            entries(path(registry, base), Files.readString(registry), incidents, list, diff);
        }
        return new Cleanup(list, diff.toString());
    }

    private static void entries(
            String path, String text, List<Incident> incidents, List<String> list, StringBuilder diff) {
        var entries = incidents.stream()
                .map(incident -> entry(text, incident))
                .sorted(Comparator.comparingInt(Change::start))
                .toList();
        var alone =
                entries.stream().filter(entry -> hasItsOwnLines(text, entry)).toList();
        add(path, text, alone, list, diff);
        entries.stream()
                .filter(entry -> !alone.contains(entry))
                .forEach(entry -> list.add(path + ":" + entry.line(text) + ": " + entry.what()
                        + ", by hand: it shares its lines with others"));
    }

    private static boolean hasItsOwnLines(String text, Change entry) {
        return text.startsWith("-", entry.start() + indentation(text, entry.start()));
    }

    private static List<Path> javaFiles(Collection<Path> directories) throws IOException {
        var files = new ArrayList<Path>();
        for (var directory : directories) {
            try (Stream<Path> found = Files.walk(directory)) {
                found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static Change entry(String text, Incident incident) {
        int start = offset(text, incident.lines().first());
        int end = offset(text, incident.lines().last() + 1);
        return new Change(
                start,
                text.startsWith("\n", end - 1) ? end - 1 : end,
                "",
                "delete the entry of incident " + incident.id() + ", with its selectors");
    }

    private static int indentation(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - lineStart;
    }

    /** Returns where a line starts, counted from 1; the end of the text when there is no such line. */
    private static int offset(String text, int line) {
        int at = 0;
        for (int each = 1; each < line; each++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private static String path(Path file, Path base) {
        return base.relativize(file).toString().replace('\\', '/');
    }

    private static void add(String path, String text, List<Change> changes, List<String> list, StringBuilder diff) {
        if (changes.isEmpty()) {
            return;
        }
        changes.forEach(change -> list.add(path + ":" + change.line(text) + ": " + change.what()));
        diff.append(UnifiedDiff.of(path, text, Edit.of(text, changes)));
    }

    /** A block has to be unwrapped by a person: its lines stay, only the call around them goes. */
    private static List<String> knownIssues(String path, String text, Set<String> incidents) {
        var code = JavaText.code(text);
        return KNOWN_ISSUE
                .matcher(code)
                .results()
                .filter(match ->
                        match.group(1) == null || incidents.contains(text.substring(match.start(1), match.end(1))))
                .map(match -> path + ":" + Change.lineOf(text, match.start()) + ": "
                        + knownIssue(text.substring(match.start(), match.end()), match.group(1) == null))
                .toList();
    }

    private static String knownIssue(String call, boolean constant) {
        return constant
                ? "look at " + call + ": it names a constant, and is to be unwrapped by hand if that is fixed"
                : "unwrap " + call + " by hand";
    }
}
