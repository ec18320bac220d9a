package io.github.untilfixed.incident;

import java.time.Duration;

/**
 * A range of durations, both ends included.
 *
 * @param atLeast the lower end in simulated time
 * @param atMost the upper end in simulated time
 */
public record Band(Duration atLeast, Duration atMost) {

    /** Stands for no upper end. */
    public static final Duration UNBOUNDED = Duration.ofDays(365);

    /** Returns whether the duration, in simulated time, is within the band. */
    public boolean contains(Duration simulated) {
        return simulated.compareTo(atLeast) >= 0 && simulated.compareTo(atMost) <= 0;
    }

    @Override
    public String toString() {
        return atMost.equals(UNBOUNDED)
                ? "at least " + Durations.text(atLeast)
                : Durations.text(atLeast) + " to " + Durations.text(atMost);
    }
}
