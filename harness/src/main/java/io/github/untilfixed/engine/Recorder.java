package io.github.untilfixed.engine;

import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.JournalRecord;
import io.github.untilfixed.journal.JournalWriter;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes the journal of one run and remembers the first thing that went wrong with it; thread-safe. */
final class Recorder {

    private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
    private final AtomicInteger tests = new AtomicInteger();
    private @Nullable JournalWriter writer;

    void start(Path file, RunRecord header) {
        try {
            writer = JournalWriter.openNext(file, Build.name());
        } catch (IOException e) {
            problem.set("journal " + file.toAbsolutePath() + " cannot be written (" + e
                    + "); set untilfixed.output-directory to a directory that can be written");
        }
        write(header);
    }

    void write(JournalRecord line) {
        if (line instanceof TestRecord) {
            tests.incrementAndGet();
        }
        if (writer == null) {
            return;
        }
        try {
            writer.write(line);
        } catch (IOException e) {
            problem.compareAndSet(null, "the journal lost a line: " + e);
        }
    }

    int tests() {
        return tests.get();
    }

    void end(EndRecord last) {
        write(last);
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            problem.compareAndSet(null, "the journal could not be closed: " + e);
        }
    }

    /** Returns why the journal is not complete, or empty when it is. */
    Optional<String> problem() {
        return Optional.ofNullable(problem.get());
    }
}
