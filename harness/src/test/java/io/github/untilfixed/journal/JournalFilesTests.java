package io.github.untilfixed.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTests {

    @TempDir
    Path directory;

    private Path journal;

    @BeforeEach
    void name() {
        journal = directory.resolve("journal.jsonl");
    }

    @Test
    void executionsOfOneBuildReplaceNothing() throws IOException {
        for (var name : List.of("journal.jsonl", "journal-2.jsonl", "journal-3.jsonl")) {
            assertThat(write("one build")).isEqualTo(directory.resolve(name));
        }

        assertThat(JournalFiles.of(journal))
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("journal.jsonl", "journal-2.jsonl", "journal-3.jsonl");
    }

    @Test
    void anotherBuildReplacesAllThatAnEarlierOneLeft() throws IOException {
        write("one build");
        write("one build");

        assertThat(write("another build")).isEqualTo(journal);
        assertThat(JournalFiles.of(journal)).containsExactly(journal);
    }

    @Test
    void aFileThatIsNoJournalIsReplaced() throws IOException {
        Files.writeString(journal, "left over\n");

        assertThat(write("one build")).isEqualTo(journal);
    }

    @Test
    void executionsThatStartTogetherGetFilesOfTheirOwn() throws Exception {
        write("older build");
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = Collections.nCopies(40, (Callable<Path>) () -> write("one build"));
            var files = new HashSet<Path>();
            for (var written : pool.invokeAll(tasks)) {
                files.add(written.get());
            }

            assertThat(files).hasSize(40);
            assertThat(JournalFiles.of(journal)).hasSize(40);
        } finally {
            pool.shutdownNow();
        }
    }

    private Path write(String build) throws IOException {
        return JournalFiles.next(journal, build);
    }
}
