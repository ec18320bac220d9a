package io.github.untilfixed.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The journals of one build in one directory: {@code journal.jsonl} of the first execution, {@code journal-2.jsonl} of the
 * second and so on. A rerun of failed tests and a second fork are executions of the same build and replace nothing; what
 * an earlier build left is replaced as a whole.
 */
public final class JournalFiles {

    /** Names the build that the journals are of; executions of it take turns by its lock. */
    private static final String BUILD = ".journal-build";

    private static final int MOST = 10_000;

    private JournalFiles() {}

    /** Returns the journal and those that the same build wrote beside it, in the order in which they were started. */
    public static List<Path> of(Path journal) {
        var files = new ArrayList<Path>();
        files.add(journal);
        for (int number = 2; Files.isRegularFile(numbered(journal, number)); number++) {
            files.add(numbered(journal, number));
        }
        return files;
    }

    /**
     * Creates the file for the next execution of a build.
     *
     * @param journal the first of them, as it is configured
     * @param build what the executions of a build have in common, in ASCII
     * @throws IOException when it cannot be created
     */
    static synchronized Path next(Path journal, String build) throws IOException {
        var directory = Objects.requireNonNull(journal.toAbsolutePath().getParent(), "a file is in a directory");
        Files.createDirectories(directory);
        try (var file = new RandomAccessFile(directory.resolve(BUILD).toFile(), "rw");
                FileLock lock = file.getChannel().lock()) {
            if (lock.isValid() && !build.equals(file.readLine())) {
                for (var older : of(journal)) {
                    Files.deleteIfExists(older);
                }
                deleteDiffs(directory);
                file.setLength(0);
                file.writeBytes(build);
            }
            return firstFree(journal);
        }
    }

    /** What an older build found fixed may be broken again. */
    private static void deleteDiffs(Path directory) throws IOException {
        try (var diffs = Files.newDirectoryStream(directory, "delete-*.diff")) {
            for (var diff : diffs) {
                Files.delete(diff);
            }
        }
    }

    private static Path firstFree(Path journal) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            var file = number == 1 ? journal : numbered(journal, number);
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException taken) {
                // Another execution of this build has it; the next number is tried.
            }
        }
        throw new IOException("there are " + MOST + " journals already; delete what an older build left");
    }

    private static Path numbered(Path journal, int number) {
        var name = String.valueOf(journal.getFileName());
        int dot = name.lastIndexOf('.');
        var numbered = dot < 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
        return journal.resolveSibling(numbered);
    }
}
