package io.github.untilfixed.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a journal, one flushed line per record; thread-safe. */
public final class JournalWriter implements AutoCloseable {

    private final BufferedWriter out;

    private JournalWriter(BufferedWriter out) {
        this.out = out;
    }

    /**
     * Starts a journal, replacing an older file.
     *
     * @throws IOException when the file cannot be written
     */
    public static JournalWriter open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new JournalWriter(Files.newBufferedWriter(file));
    }

    /**
     * Appends a record and flushes it to the operating system.
     *
     * @throws IOException when the line cannot be written
     */
    public synchronized void write(JournalRecord line) throws IOException {
        out.write(Journal.MAPPER.writeValueAsString(line));
        out.newLine();
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
