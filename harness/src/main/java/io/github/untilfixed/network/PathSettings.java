package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import java.util.Set;

/**
 * What a path is opened with.
 *
 * @param faults to apply; {@link Fault#NONE} counts for nothing
 * @param timeScale the factor that compresses every simulated duration, 1..1000
 * @param seed of everything random
 */
public record PathSettings(Set<Fault> faults, int timeScale, long seed) {

    /** Drops {@link Fault#NONE}. */
    public PathSettings {
        faults = faults.stream()
                .filter(fault -> fault != Fault.NONE)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
