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
 * @param id its unique id
 * @param arguments what its body was entered with, or null when it was not
 * @param startedAt when it started, or null if it never did
 * @param durationMillis how long it ran, or null if it never started
 * @param evidence what was attached to it
 */
record Case(
        TestDescriptor test,
        String id,
        Outcome outcome,
        @Nullable Throwable thrown,
        @Nullable List<@Nullable Object> arguments,
        @Nullable Instant startedAt,
        @Nullable Double durationMillis,
        List<EvidenceEntry> evidence) {

    static Case notStarted(TestDescriptor test, Outcome outcome, @Nullable Throwable thrown) {
        return new Case(test, Descriptors.id(test), outcome, thrown, null, null, null, List.of());
    }

    boolean bodyRan() {
        return arguments != null;
    }

    /** Returns the same without what it did, which cannot be judged. */
    Case broken(String problem) {
        return new Case(test, id, new Outcome.Broken(problem), thrown, arguments, startedAt, durationMillis, evidence);
    }

    Case about(TestDescriptor other) {
        return new Case(other, Descriptors.id(other), outcome, thrown, arguments, startedAt, durationMillis, evidence);
    }
}
