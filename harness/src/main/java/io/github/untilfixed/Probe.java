package io.github.untilfixed;

/**
 * A cheap check that shows within a second whether an incident is still there; named by {@code probe} in the registry,
 * with a public constructor without parameters. Run once before the tests, and never after the flip.
 */
@FunctionalInterface
public interface Probe {

    /** Ends normally when the incident is over, and throws what the tests would when it is still there. */
    void check() throws Exception;
}
