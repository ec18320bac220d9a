package io.github.untilfixed.verdict;

import io.github.untilfixed.incident.Failure;
import java.util.List;
import java.util.Optional;

/** What a test did. */
public sealed interface Outcome {

    /** The test ran to its end without a failure. */
    record Returned() implements Outcome {}

    /**
     * The test failed.
     *
     * @param failures each on its own, the first one first, never empty
     */
    record Threw(List<Failure> failures) implements Outcome {

        /** Copies the list. */
        public Threw {
            failures = List.copyOf(failures);
        }
    }

    /**
     * The test stopped itself, for example by an assumption.
     *
     * @param reason what it said
     */
    record Aborted(String reason) implements Outcome {}

    /**
     * The test was not started.
     *
     * @param reason why
     * @param gate whether the harness held it back
     * @param incident the id of the incident that it was held back for
     */
    record NotRun(String reason, boolean gate, Optional<String> incident) implements Outcome {}

    /**
     * The harness, its registry or its configuration is at fault.
     *
     * @param problem what is wrong and what to do
     */
    record Broken(String problem) implements Outcome {}
}
