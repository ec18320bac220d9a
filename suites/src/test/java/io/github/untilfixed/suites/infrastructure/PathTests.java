package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.ServerSlots;
import io.github.untilfixed.suites.support.Setup;
import io.github.untilfixed.suites.support.TimedConnection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
@LooksIntoSilence
@ResourceLock(Database.CONNECTIONS)
class PathTests {

    /** Enough for a 99th percentile that is not the slowest: five are slower. */
    private static final int ROUND_TRIPS = 500;

    private static final int MEGABYTES = 8;

    /**
     * What a path can carry is what it carried best: whatever else the machine does meanwhile only takes from it. So as many
     * transfers as a busy machine may need, and no more than the first that shows it.
     */
    private static final int MOST_TRANSFERS = 20;

    /** What matters is how many the server holds, not how fast they come: a few at a time, and fewer beside the path. */
    private static final int TOGETHER = 10;

    private static final int CONTROLS = 5;

    /** What the smallest connector carries, two instances of e2-micro; real time, as bytes are not compressed. */
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
                        Map.of(
                                "path", path.name(),
                                "percentile", String.valueOf(percentile),
                                "samples", String.valueOf(sorted.size())));
            }
            assertThat(percentile(sorted, 95)).as("round trip, 95th percentile").isLessThan(Promises.ROUND_TRIP);
        }
    }

    @Test
    void carriesWhatASmallConnectorCarries(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = connect(path, observations);
                var statement = connection.connection().prepareStatement("SELECT repeat('x', 1048576)")) {
            double best = 0;
            for (int transfer = 1; best < LEAST_MEGABITS_PER_SECOND && transfer <= MOST_TRANSFERS; transfer++) {
                double megabits = transfer(statement);
                best = Math.max(best, megabits);
                observations.measured(
                        "throughput",
                        megabits,
                        "Mbit/s",
                        Map.of("path", path.name(), "transfer", String.valueOf(transfer)));
            }
            assertThat(best)
                    .as("best throughput of at most " + MOST_TRANSFERS + " transfers in Mbit/s")
                    .isGreaterThanOrEqualTo(LEAST_MEGABITS_PER_SECOND);
        }
    }

    private static double transfer(PreparedStatement statement) throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < MEGABYTES; i++) {
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).hasSize(1 << 20);
            }
        }
        return MEGABYTES * (8 * (1 << 20) / 1e6) / ((System.nanoTime() - start) / 1e9);
    }

    @Test
    void reachesAServerThatAcceptsTheWorstCaseDemand(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        var deployment = Setup.deployment(path.faults());
        int demand = deployment.fleet().demand(deployment.pool());
        // One more than the server has is enough to see it refuse.
        int wanted = Math.min(demand, ServerSlots.of(path.direct()) + 1);
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

    /** Returns the nearest rank: the smallest that so many percent are not above. */
    private static Duration percentile(List<Duration> sorted, int percentile) {
        return sorted.get((int) Math.ceil(sorted.size() * percentile / 100.0) - 1);
    }
}
