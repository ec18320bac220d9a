package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a path is opened with.
 *
 * @param faults to apply; {@link Fault#NONE} counts for nothing
 * @param timeScale the factor that compresses every simulated duration, 1..1000
 * @param seed of everything random
 */
public record PathSettings(Set<Fault> faults, int timeScale, long seed) {

    /** The most that time may be compressed. */
    private static final int MOST_COMPRESSED = 1000;

    /**
     * Drops {@link Fault#NONE}.
     *
     * @throws IllegalArgumentException when the time scale is not from 1 to 1000
     */
    public PathSettings {
        if (timeScale < 1 || timeScale > MOST_COMPRESSED) {
            throw new IllegalArgumentException(
                    "the time scale of a path is " + timeScale + "; allowed: 1 to " + MOST_COMPRESSED);
        }
        faults = faults.stream().filter(fault -> fault != Fault.NONE).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns those of the run that a test or an extension is part of: the faults of its configuration or its incidents. */
    public static PathSettings ofRun(ExtensionContext context) {
        var config = HarnessConfig.load(context::getConfigurationParameter);
        return new PathSettings(RunFaults.of(config), config.timeScale(), config.seed());
    }
}
