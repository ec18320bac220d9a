package io.github.untilfixed.reports.safety;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.untilfixed.redaction.Redactor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for secrets in files that were written, whoever wrote them. */
public final class OutputScan {

    private static final Set<String> BINARY =
            Set.of("png", "jpg", "jpeg", "gif", "zip", "gz", "jar", "woff", "woff2", "ico");

    private static final String KEY_BLOCK = "PRIVATE KEY-----";

    private final Redactor redactor;

    /** Makes a scan for what that redactor knows. */
    public OutputScan(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Returns every secret below a path, without showing it.
     *
     * @throws IOException when a file cannot be read, or there is none at that path
     */
    public List<Hit> scan(Path root) throws IOException {
        var hits = new ArrayList<Hit>();
        for (var file : files(root)) {
            scan(file, hits);
        }
        return hits;
    }

    /** Line by line, so that a file of any size fits; only a key block goes over several, and its first line tells. */
    private void scan(Path file, List<Hit> hits) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var next = line.contains(KEY_BLOCK) ? lines.readLine() : null;
                var text = next == null ? line : line + "\n" + next;
                for (var finding : redactor.scan(text)) {
                    hits.add(new Hit(file, number, finding.kind()));
                }
                number += next == null ? 0 : 1;
            }
        }
    }

    /**
     * Takes the secrets out of the files below a path and returns how many there were.
     *
     * @throws IOException when a file cannot be read or written
     */
    public int redact(Path root) throws IOException {
        int count = 0;
        for (var file : files(root)) {
            var clean = redactor.redact(read(file));
            if (clean.count() > 0) {
                Files.writeString(file, clean.text());
                count += clean.count();
            }
        }
        return count;
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !BINARY.contains(ending(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Bytes that are no UTF-8 become replacement characters: a text around them is still looked at. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    /**
     * A secret in a file.
     *
     * @param line the first is 1
     * @param kind what gave it away
     */
    public record Hit(Path file, int line, String kind) {

        @Override
        public String toString() {
            return file + ":" + line + ": a secret of kind '" + kind + "'; do not publish this file";
        }
    }
}
