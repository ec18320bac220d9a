package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Failure;
import java.util.List;

/**
 * What became of a part of a test that fails until an incident is fixed.
 *
 * @param blocker the incident, and how it shows
 * @param ending how it ended
 * @param failures what it failed with; empty unless it was forgiven or failed
 */
public record Part(Blocker blocker, Ending ending, List<Failure> failures) {

    /** Copies the list. */
    public Part {
        failures = List.copyOf(failures);
    }

    /** Creates a part that failed with nothing. */
    public Part(Blocker blocker, Ending ending) {
        this(blocker, ending, List.of());
    }

    /** Returns whether it failed with an exception of that chain of causes. */
    boolean threw(Failure failure) {
        return failures.stream()
                .anyMatch(own -> failure.facts().chain().stream().anyMatch(each -> each == own.thrown()));
    }

    /** How a part ends. */
    public enum Ending {
        /** It did not fail. */
        PASSED,
        /** It failed with the symptom of its open incident. */
        FORGIVEN,
        /** It failed, and that is not forgiven. */
        FAILED,
        /** It stopped itself, for example by an assumption. */
        ABORTED
    }
}
