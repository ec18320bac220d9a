package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a part of a test that fails until an incident is fixed.
 *
 * @param blocker the incident, and how it shows
 * @param ending how it ended
 * @param failures what it failed with; empty unless it was forgiven or failed
 */
public record Part(Blocker blocker, Ending ending, List<Failure> failures) {

    /** Chains of causes may be circles. */
    private static final int DEPTH = 100;

    /** Copies the list. */
    public Part {
        failures = List.copyOf(failures);
    }

    /** Creates a part that failed with nothing. */
    public Part(Blocker blocker, Ending ending) {
        this(blocker, ending, List.of());
    }

    /** Returns whether it threw the exception, or one of its causes. */
    boolean threw(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, each -> each.flatMap(Facts::cause))
                .limit(DEPTH)
                .flatMap(Optional::stream)
                .anyMatch(each -> failures.stream().anyMatch(own -> own.thrown() == each));
    }

    /** Returns whether it was interrupted, as by a timeout of its test. */
    boolean interrupted() {
        return failures.stream()
                .flatMap(failure -> failure.facts().chain().stream())
                .anyMatch(InterruptedException.class::isInstance);
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
