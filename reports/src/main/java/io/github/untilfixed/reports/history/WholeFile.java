package io.github.untilfixed.reports.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there with its old text or with its new one, and never with a part: what is remembered outlives the run. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file, replacing one that is there.
     *
     * @throws IOException when it cannot be written; the old one is still there then
     */
    public static void write(Path file, CharSequence text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Gives a file another name, so that nobody reads it any more and a person still can.
     *
     * @return where it is now
     * @throws IOException when it cannot be moved
     */
    public static Path setAside(Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
        }
        return Files.move(file, aside);
    }
}
