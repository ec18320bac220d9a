package io.github.untilfixed.journal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a journal, one line per record, which the operating system has when {@link #write} returns: it survives the death
 * of the JVM. Thread-safe.
 */
public final class JournalWriter implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final LineFormat format;

    private JournalWriter(JsonGenerator out) {
        this.out = out;
        this.format = new LineFormat(out);
    }

    /**
     * Starts a journal, replacing an older file.
     *
     * @throws IOException when the file cannot be written
     */
    public static JournalWriter open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // No channel: those close when a thread writes that a test has left interrupted.
        var generator = JSON.createGenerator(new FileOutputStream(file.toFile()), JsonEncoding.UTF8);
        generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
        generator.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
        return new JournalWriter(generator);
    }

    /**
     * Starts the journal of one execution of a build, beside those of its other executions.
     *
     * @param file the first of them, as it is configured
     * @param build what the executions of a build have in common, in ASCII
     * @throws IOException when the file cannot be written
     */
    public static JournalWriter openNext(Path file, String build) throws IOException {
        return open(JournalFiles.next(file, build));
    }

    /**
     * Appends a record and hands it to the operating system.
     *
     * @throws IOException when the line cannot be written
     */
    public synchronized void write(JournalRecord line) throws IOException {
        format.write(line);
        out.writeRaw('\n');
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
