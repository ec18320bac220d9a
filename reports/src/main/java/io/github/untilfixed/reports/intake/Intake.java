package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.JournalFiles;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.RunFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads the journals of a run. */
public final class Intake {

    private Intake() {}

    /**
     * Reads one journal, or the shards of one run; beside a {@code journal.jsonl} also those of further executions in
     * its build, {@code journal-2.jsonl} and so on.
     *
     * @param expectedShards how many files there should be, or 0 when nobody said
     * @throws IOException when a file cannot be read or is no journal; the message names file and line
     */
    public static RunFacts read(List<Path> files, int expectedShards, Redactor redactor) throws IOException {
        var shards = new ArrayList<Shard>();
        var executions = new LinkedHashSet<Path>();
        files.forEach(file -> executions.addAll(JournalFiles.of(file)));
        for (var execution : executions) {
            shards.add(Shard.read(execution, redactor));
        }
        int further = executions.size() - new LinkedHashSet<>(files).size();
        return Merge.of(shards, expectedShards == 0 ? 0 : expectedShards + further);
    }
}
