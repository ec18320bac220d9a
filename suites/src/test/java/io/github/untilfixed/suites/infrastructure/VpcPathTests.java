package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.Limits;
import io.github.untilfixed.suites.support.TimedConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InfrastructureTier
@DisplayName("The path through the VPC connector")
@FailsUntilFixed("1278")
class VpcPathTests {

    private static final int QUERIES = 5;

    /** Longer than any state of the connector that still answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void answersWithinTheRoundTripBudget(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = TimedConnection.open(path.database(), path.scaled(PATIENCE))) {
            var roundTrips = new ArrayList<Duration>();
            for (int i = 0; i < QUERIES; i++) {
                roundTrips.add(connection.roundTrip());
            }
            var slowest = roundTrips.stream().max(Duration::compareTo).orElseThrow();
            observations.measured("round-trip", slowest, Map.of("path", path.name()));
            assertThat(slowest)
                    .as("slowest round trip of %d, measured in real time", QUERIES)
                    .isLessThanOrEqualTo(path.scaled(Limits.ROUND_TRIP));
        }
    }

    @Test
    void carriesAPoolOfConnectionsWithinTheInitializationWait(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        var limit = path.scaled(Limits.WAITS.initialization());
        var connections = new ArrayList<TimedConnection>();
        try {
            for (int i = 0; i < 5; i++) {
                connections.add(TimedConnection.open(path.database(), limit));
            }
        } finally {
            for (var connection : connections) {
                observations.measured(
                        "connect-time", connection.elapsed(), Map.of("path", path.name(), "outcome", "ok"));
                connection.close();
            }
        }
        assertThat(connections).hasSize(5);
    }
}
