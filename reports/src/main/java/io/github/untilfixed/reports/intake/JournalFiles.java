package io.github.untilfixed.reports.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a run's journal: a second execution in one JVM writes its own beside the first, {@code journal-2.jsonl}. */
final class JournalFiles {

    private static final String FIRST = "journal.jsonl";
    private static final Pattern FURTHER = Pattern.compile("journal-(\\d+)\\.jsonl");

    private JournalFiles() {}

    /**
     * Returns the file, and after it those of further executions beside it in their order.
     *
     * @throws IOException when the directory cannot be read
     */
    static List<Path> of(Path file) throws IOException {
        var files = new ArrayList<>(List.of(file));
        var name = file.getFileName();
        if (name != null && name.toString().equals(FIRST)) {
            try (var beside = Files.list(file.toAbsolutePath().getParent())) {
                beside.filter(other -> number(other) > 1)
                        .sorted(Comparator.comparingLong(JournalFiles::number))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static long number(Path file) {
        var match = FURTHER.matcher(file.getFileName().toString());
        return match.matches() ? Long.parseLong(match.group(1)) : 0;
    }
}
