package io.github.untilfixed.verdict;

import io.github.untilfixed.incident.Failure;
import java.util.List;
import java.util.Optional;

/** What a test did. */
public sealed interface Outcome {

    /** Returns what became of the test's parts that fail until an incident is fixed; empty when it did not run. */
    default List<Part> parts() {
        return List.of();
    }

    /**
     * The test ran to its end without a failure that counts.
     *
     * @param parts what became of its parts that fail until an incident is fixed
     */
    record Returned(List<Part> parts) implements Outcome {

        /** It had no such parts. */
        public static final Returned WHOLE = new Returned(List.of());

        /** Copies the list. */
        public Returned {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The test failed.
     *
     * @param failures each on its own, the first one first, never empty
     * @param parts what became of its parts that fail until an incident is fixed
     */
    record Threw(List<Failure> failures, List<Part> parts) implements Outcome {

        /** Copies the lists. */
        public Threw {
            failures = List.copyOf(failures);
            parts = List.copyOf(parts);
        }

        /** Creates the outcome of a test without such parts. */
        public Threw(List<Failure> failures) {
            this(failures, List.of());
        }
    }

    /**
     * The test stopped itself, for example by an assumption.
     *
     * @param reason what it said
     * @param parts what had become of its parts by then that fail until an incident is fixed
     */
    record Aborted(String reason, List<Part> parts) implements Outcome {

        /** Copies the list. */
        public Aborted {
            parts = List.copyOf(parts);
        }

        /** Creates the outcome of a test without such parts. */
        public Aborted(String reason) {
            this(reason, List.of());
        }
    }

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
