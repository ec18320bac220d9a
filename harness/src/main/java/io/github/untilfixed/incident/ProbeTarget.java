package io.github.untilfixed.incident;

import java.time.Duration;

/**
 * A cheap check that shows within a second whether an incident is still there.
 *
 * @param className a class with a public constructor without parameters that implements {@code io.github.untilfixed.Probe}
 * @param timeout the limit in real time
 */
public record ProbeTarget(String className, Duration timeout) {}
