package io.github.untilfixed.reports.intake;

import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.RunFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the journals of a run. */
public final class Intake {

    private Intake() {}

    /**
     * Reads one journal, or the shards of one run.
     *
     * @param expectedShards how many there should be, or 0 when nobody said
     * @throws IOException when a file cannot be read or is no journal; the message names file and line
     */
    public static RunFacts read(List<Path> files, int expectedShards, Redactor redactor) throws IOException {
        var shards = new ArrayList<Shard>();
        for (var file : files) {
            shards.add(Shard.read(file, redactor));
        }
        return Merge.of(shards, expectedShards);
    }
}
