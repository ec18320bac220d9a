package io.github.untilfixed.reports.safety;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.untilfixed.redaction.Redactor;
import java.io.IOException;
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
            var text = read(file);
            for (var finding : redactor.scan(text)) {
                int line = (int) text.substring(0, finding.offset())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                hits.add(new Hit(file, line, finding.kind()));
            }
        }
        return hits;
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
