package io.github.untilfixed.cleanup;

import io.github.untilfixed.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to delete once an incident is fixed.
 *
 * @param list one line for each place: file, line and what to do there
 * @param diff the same as a unified diff, without what only a person can change; empty when there is nothing
 */
public record Cleanup(List<String> list, String diff) {

    /** Copies the list. */
    public Cleanup {
        list = List.copyOf(list);
    }

    /**
     * Looks through sources and registry for one incident.
     *
     * @param incident the incident
     * @param registry the file that declares it
     * @param sources directories with Java sources
     * @param base what paths are written relative to
     * @throws IOException when a file cannot be read
     */
    public static Cleanup of(Incident incident, Path registry, Collection<Path> sources, Path base) throws IOException {
        var list = new ArrayList<String>();
        var diff = new StringBuilder();
        for (var file : javaFiles(sources)) {
            var text = Files.readString(file);
            add(file, base, text, AnnotationEdits.of(text, incident.id()), list, diff);
            list.addAll(knownIssues(base.relativize(file), text, incident.id()));
        }
        if (Files.isRegularFile(registry)) {
            var lines = incident.lines();
            var entry = new Edit(
                    lines.first(),
                    lines.last() - lines.first() + 1,
                    List.of(),
                    "delete the entry of incident " + incident.id() + ", with its selectors");
            add(registry, base, Files.readString(registry), List.of(entry), list, diff);
        }
        return new Cleanup(list, diff.toString());
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

    private static void add(
            Path file, Path base, String text, List<Edit> edits, List<String> list, StringBuilder diff) {
        if (edits.isEmpty()) {
            return;
        }
        var path = base.relativize(file).toString().replace('\\', '/');
        edits.forEach(edit -> list.add(path + ":" + edit.line() + ": " + edit.what()));
        diff.append(UnifiedDiff.of(path, text.lines().toList(), edits));
    }

    /** A block has to be unwrapped by a person: its lines stay, only the call around them goes. */
    private static List<String> knownIssues(Path path, String text, String incident) {
        var call = Pattern.compile("KnownIssue\\s*\\.\\s*of\\(\\s*\"" + Pattern.quote(incident) + "\"");
        return call.matcher(text)
                .results()
                .map(match -> path.toString().replace('\\', '/') + ":"
                        + (text.substring(0, match.start())
                                        .chars()
                                        .filter(each -> each == '\n')
                                        .count()
                                + 1)
                        + ": unwrap KnownIssue.of(\"" + incident + "\") by hand")
                .toList();
    }
}
