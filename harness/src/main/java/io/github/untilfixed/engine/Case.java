package io.github.untilfixed.engine;

import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.verdict.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * Everything that a verdict on one test is taken from.
 *
 * @param test the test, or the template or container that stands for tests that never came to be
 * @param outcome what it did
 * @param thrown the exception that JUnit reported, or null
 * @param bodyRan whether its body was entered
 * @param startedAt when it started, or null if it never did
 * @param durationMillis how long it ran, or null if it never started
 * @param evidence what was attached to it
 */
record Case(
        TestDescriptor test,
        Outcome outcome,
        @Nullable Throwable thrown,
        boolean bodyRan,
        @Nullable Instant startedAt,
        @Nullable Double durationMillis,
        List<EvidenceEntry> evidence) {

    static Case notStarted(TestDescriptor test, Outcome outcome, @Nullable Throwable thrown) {
        return new Case(test, outcome, thrown, false, null, null, List.of());
    }

    Case about(TestDescriptor other) {
        return new Case(other, outcome, thrown, bodyRan, startedAt, durationMillis, evidence);
    }
}
