package io.github.untilfixed.engine.inside;

import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/** A test or container that has started and not ended; thread-safe. */
public final class Hearing {

    private final TestDescriptor test;
    private final Instant startedAt;
    private final long startNanos = System.nanoTime();
    private final @Nullable Hearing outer;
    private volatile @Nullable List<@Nullable Object> arguments;
    private volatile @Nullable List<EvidenceEntry> evidence;

    /**
     * Opens it.
     *
     * @param outer what the thread was busy with before, or null
     */
    public Hearing(TestDescriptor test, Instant startedAt, @Nullable Hearing outer) {
        this.test = test;
        this.startedAt = startedAt;
        this.outer = outer;
    }

    TestDescriptor test() {
        return test;
    }

    /** Returns when it started, by the clock of the run. */
    public Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Hearing outer() {
        return outer;
    }

    /** Returns how long it has been going on, in real nanoseconds. */
    public long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }

    /** Notes that the body was entered. */
    void enter(List<@Nullable Object> with) {
        arguments = with;
    }

    /** Returns what the body was entered with, or null when it was not entered by the thread that started the test. */
    @Nullable
    List<@Nullable Object> arguments() {
        return arguments;
    }

    /** Adds evidence that the test or one of its fixtures published. */
    public synchronized void add(EvidenceEntry entry) {
        var entries = evidence == null ? new CopyOnWriteArrayList<EvidenceEntry>() : evidence;
        entries.add(entry);
        evidence = entries;
    }

    /** Returns the evidence so far, in the order in which it came. */
    public List<EvidenceEntry> evidence() {
        var entries = evidence;
        return entries == null ? List.of() : List.copyOf(entries);
    }
}
