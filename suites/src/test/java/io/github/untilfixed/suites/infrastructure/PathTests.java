package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.Setup;
import io.github.untilfixed.suites.support.TimedConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@InfrastructureTier
@DisplayName("The path through the VPC connector")
@FailsUntilFixed("1278")
@ResourceLock(Database.CONNECTIONS)
class PathTests {

    private static final int ROUND_TRIPS = 50;
    private static final int MEGABYTES = 8;

    /** What matters is how many the server holds, not how fast they come: a few at a time, and fewer beside the path. */
    private static final int TOGETHER = 10;

    private static final int CONTROLS = 5;

    /** What the smallest connector carries; real time, as bytes are not compressed. */
    private static final double LEAST_MEGABITS_PER_SECOND = 200;

    @Test
    void answersWithinItsRoundTrip(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = connect(path, observations)) {
            var sorted = new ArrayList<Duration>();
            for (int i = 0; i < ROUND_TRIPS; i++) {
                sorted.add(connection.roundTrip());
            }
            sorted.sort(Duration::compareTo);
            for (int percentile : List.of(50, 95, 99)) {
                observations.measured(
                        "round-trip",
                        percentile(sorted, percentile),
                        Map.of("path", path.name(), "percentile", String.valueOf(percentile)));
            }
            assertThat(percentile(sorted, 95)).as("round trip, 95th percentile").isLessThan(Promises.ROUND_TRIP);
        }
    }

    @Test
    void carriesWhatASmallConnectorCarries(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = connect(path, observations);
                var statement = connection.connection().prepareStatement("SELECT repeat('x', 1048576)")) {
            long start = System.nanoTime();
            for (int i = 0; i < MEGABYTES; i++) {
                try (var rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).hasSize(1 << 20);
                }
            }
            double megabits = MEGABYTES * 8.0 / ((System.nanoTime() - start) / 1e9);
            observations.measured("throughput", megabits, "Mbit/s", Map.of("path", path.name()));
            assertThat(megabits).as("throughput in Mbit/s").isGreaterThan(LEAST_MEGABITS_PER_SECOND / 10);
        }
    }

    @Test
    void reachesAServerThatAcceptsTheWorstCaseDemand(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        var deployment = Setup.deployment(path.faults());
        int demand = deployment.fleet().demand(deployment.pool());
        // One more than the server has is enough to see it refuse.
        int wanted = Math.min(demand, deployment.server().maxConnections() + 1);
        observations.configured("demand", demand, null, Map.of("path", path.name()));
        var storms = new ArrayList<ConnectStorm>();
        try {
            for (int opened = 0; opened < wanted; opened += TOGETHER) {
                var storm = ConnectStorm.of(
                        Math.min(TOGETHER, wanted - opened),
                        CONTROLS,
                        path,
                        path.scaled(deployment.waits().connect()),
                        observations);
                storms.add(storm);
                storm.record("connect-time", path, observations).requireAll();
            }
            assertThat(storms.stream().mapToInt(ConnectStorm::succeeded).sum()).isEqualTo(demand);
        } finally {
            Collections.reverse(storms);
            storms.forEach(ConnectStorm::close);
        }
    }

    private static TimedConnection connect(VpcPath path, Observations observations) throws Exception {
        return ConnectStorm.single(
                path, path.scaled(Setup.deployment(path.faults()).waits().connect()), observations);
    }

    private static Duration percentile(List<Duration> sorted, int percentile) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
    }
}
