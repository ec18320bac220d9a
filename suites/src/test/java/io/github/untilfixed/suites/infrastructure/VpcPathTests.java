package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.Limits;
import io.github.untilfixed.suites.support.TimedConnection;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InfrastructureTier
@DisplayName("The path through the VPC connector")
@FailsUntilFixed("1278")
class VpcPathTests {

    private static final int AT_ONCE = 10;

    @Test
    void leavesTheTableCheckEnoughTime(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = TimedConnection.open(path.database(), path.scaled(Limits.WAITS.table()))) {
            var roundTrip = connection.roundTrip();
            observations.measured("round-trip", roundTrip, Map.of("path", path.name()));
            assertThat(connection.elapsed().plus(roundTrip)).isLessThan(path.scaled(Limits.WAITS.table()));
        }
    }

    @Test
    void establishesTenConnectionsAtOnceWithinTheirLimit(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        Callable<TimedConnection> connect =
                () -> TimedConnection.open(path.database(), path.scaled(Limits.WAITS.connect()));
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var open = new ArrayList<TimedConnection>();
        try {
            for (var attempt : threads.invokeAll(
                    Stream.generate(() -> connect).limit(AT_ONCE).toList())) {
                open.add(attempt.get());
            }
            assertThat(open).hasSize(AT_ONCE);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception reason ? reason : e;
        } finally {
            threads.shutdown();
            for (var connection : open) {
                observations.measured(
                        "connect-time",
                        connection.elapsed(),
                        Map.of("path", path.name(), "outcome", "ok", "concurrency", String.valueOf(AT_ONCE)));
                connection.close();
            }
        }
    }
}
