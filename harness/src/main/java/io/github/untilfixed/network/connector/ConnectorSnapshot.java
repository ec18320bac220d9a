package io.github.untilfixed.network.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * A connector at a moment of simulated time.
 *
 * @param at since the start of the model
 * @param state what it does
 * @param instances how many it has
 * @param utilisation of those instances
 * @param busySince since when load asks for another instance; empty when it does not
 * @param stepEnds when the instance that is being added helps; empty when none is
 * @param calmSince since when load is low after trouble; empty otherwise
 */
public record ConnectorSnapshot(
        Duration at,
        ConnectorState state,
        int instances,
        Utilisation utilisation,
        Optional<Duration> busySince,
        Optional<Duration> stepEnds,
        Optional<Duration> calmSince) {}
