package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Failure;
import java.util.List;

/**
 * What became of a part of a test that fails until an incident is fixed.
 *
 * @param blocker the incident, and how it shows
 * @param failures what the part failed with, empty when it did not fail
 * @param forgiven whether the failures were forgiven
 */
public record Part(Blocker blocker, List<Failure> failures, boolean forgiven) {

    /** Copies the list. */
    public Part {
        failures = List.copyOf(failures);
    }
}
