package io.github.untilfixed.engine;

import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A test or container that has started and not ended.
 *
 * @param startedAt the time of the journal's clock
 * @param startNanos the monotonic time
 * @param evidence what was attached so far
 */
record Hearing(Instant startedAt, long startNanos, List<EvidenceEntry> evidence) {

    static Hearing start(Instant now) {
        return new Hearing(now, System.nanoTime(), new CopyOnWriteArrayList<>());
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }
}
