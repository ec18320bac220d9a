package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.redaction.Redactor;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One journal among those of a run: a tier of a CI matrix, a fork, a JDK.
 *
 * @param name what tells it from the others: tier and JDK, or its file
 * @param journal without invisible characters and secrets
 * @param redactions how many secrets were taken out
 */
record Shard(String name, Journal journal, int redactions) {

    static Shard read(Path file, Redactor redactor) throws IOException {
        var cleaner = new Cleaner(redactor);
        var journal = cleaner.clean(Journal.read(file));
        return new Shard("tier " + journal.run().tier() + ", " + leg(journal), journal, cleaner.redactions());
    }

    /** Returns the JDK it ran on: the same test on another one is another test. */
    String leg() {
        return leg(journal);
    }

    private static String leg(Journal journal) {
        var java = journal.run().platform().getOrDefault("java", "?");
        return "java " + java.replaceFirst("[.+].*", "");
    }
}
