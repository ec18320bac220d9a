package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.PathCondition;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.network.connector.Budget;
import io.github.untilfixed.network.connector.ConnectorSnapshot;
import io.github.untilfixed.network.connector.ConnectorState;
import io.github.untilfixed.network.connector.Connectors;
import io.github.untilfixed.network.connector.Load;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.CountedRoundTrips;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.QuickestConnect;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.Setup;
import io.github.untilfixed.suites.support.TimedConnection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@InfrastructureTier
@DisplayName("The VPC connector")
@ResourceLock(Database.CONNECTIONS)
class ConnectorTests {

    private static final int MOST_CONNECTIONS = 60;
    private static final Duration WATCHED = Duration.ofSeconds(60);

    private static final Duration UNHURRIED = Duration.ofSeconds(30);
    private static final Duration SHORTER = Duration.ofMillis(20);
    private static final Duration LONGER = Duration.ofMillis(170);
    private static final double TOLERANCE = 0.5;

    /** What the machine alone may cost the quickest connection: half of what the tolerance is worth in time. */
    private static final Duration BOUND =
            Duration.ofNanos((long) (LONGER.minus(SHORTER).toNanos() * TOLERANCE / 2));

    /** Nine tenths of the connections that two instances carry: one more is enough. */
    private static final Load BUSY = new Load(2, 45, 0);

    @Test
    @FailsUntilFixed("1278")
    @LooksIntoSilence
    void hasHeadroomInTheStartUpStorm(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var deployment = Setup.deployment(path.faults());
        int connections =
                Math.min(deployment.fleet().instances() * deployment.pool().base(), MOST_CONNECTIONS);
        try (var storm = ConnectStorm.of(
                connections, path, path.scaled(deployment.waits().connect()), observations)) {
            storm.record("connect-time", path, observations).requireAll();
            if (!path.ownsServer()) {
                // The connector there is a real one: what was measured has decided, and no model of ours may.
                return;
            }
            var drive = path.drive(Setup.connector(path.faults()));
            var load = new Load(connections / (storm.elapsed().toNanos() / 1e9 * path.timeScale()), connections, 0);
            for (var at = Duration.ZERO; at.compareTo(WATCHED) < 0; at = at.plusSeconds(1)) {
                drive.at(at, load);
            }
            drive.states().forEach(state -> record(state, drive.profile(), path, observations));
            assertThat(drive.states())
                    .extracting(ConnectorSnapshot::state)
                    .doesNotContain(ConnectorState.SCALING, ConnectorState.SATURATED);
        }
    }

    /** The model at work: a load that it must scale for delays new connections, and calm gives the path back. */
    @RealTime
    @Test
    void delaysConnectionsWhileItScalesAndNoLongerWhenItIsCalm(
            @ThroughVpc("none") VpcPath path, Observations observations) throws Exception {
        var connector = Connectors.named("staging");
        var drive = path.drive(connector);
        drive.at(Duration.ZERO, BUSY);
        drive.at(connector.detect(), BUSY);

        try (var connection = TimedConnection.open(path.database(), Duration.ofMinutes(2))) {
            assertThat(connection.elapsed()).isGreaterThanOrEqualTo(path.scaled(connector.shortestStep()));
        }

        drive.at(connector.detect().plusSeconds(1), Load.NONE);
        drive.at(WATCHED, Load.NONE);
        TimedConnection.open(path.database(), Promises.ready(path)).close();
        drive.states().forEach(state -> record(state, drive.profile(), path, observations));
        assertThat(drive.states())
                .extracting(ConnectorSnapshot::state)
                .containsExactly(
                        ConnectorState.HEALTHY,
                        ConnectorState.PRESSURED,
                        ConnectorState.SCALING,
                        ConnectorState.RECOVERED);
        assertThat(drive.states().get(2).utilisation().boundBy()).isEqualTo(Budget.CONNECTIONS);
    }

    /**
     * The simulation's own check: without it every number above could be one of the simulation. What a connection costs the
     * machine is not in the slope, and a busy machine only adds: so the quickest of many is compared with the quickest, and only
     * where the quickest beside the path shows that the machine had time for one.
     */
    @Test
    void delaysAConnectionByItsRoundTripsTimesTheLatency(@ThroughVpc("none") VpcPath path, Observations observations)
            throws Exception {
        int expected = CountedRoundTrips.ofConnect(path.control());
        double shorter = quickestConnectMillis(SHORTER, path, observations);
        double longer = quickestConnectMillis(LONGER, path, observations);

        double roundTrips = (longer - shorter) / LONGER.minus(SHORTER).toMillis();
        observations.measured(
                "connect-round-trips",
                roundTrips,
                null,
                Map.of("path", path.name(), "expected", String.valueOf(expected)));
        assertThat(roundTrips)
                .as("round trips of a connection, as the slope of its time over the latency")
                .isCloseTo(expected, within(TOLERANCE));

        // With the jitter of this condition an answer takes half of the latency at least.
        path.become(new PathCondition.Slow(LONGER.multipliedBy(path.timeScale())));
        try (var connection = TimedConnection.open(path.database(), UNHURRIED)) {
            assertThat(connection.elapsed())
                    .isGreaterThanOrEqualTo(LONGER.multipliedBy(expected).dividedBy(2));
        }
    }

    private static double quickestConnectMillis(Duration latency, VpcPath path, Observations observations)
            throws Exception {
        path.become(new PathCondition.Healthy());
        path.proxy().toxics().latency("known", ToxicDirection.DOWNSTREAM, latency.toMillis());
        double quickest = QuickestConnect.through(path, BOUND, observations).toNanos() / 1e6;
        observations.measured(
                "quickest-connect-time",
                quickest,
                "ms",
                Map.of("path", path.name(), "latency-millis", String.valueOf(latency.toMillis())));
        return quickest;
    }

    private static void record(ConnectorSnapshot snapshot, String profile, VpcPath path, Observations observations) {
        observations.modelled(
                "connector-state",
                profile,
                snapshot.at().toMillis() / (double) path.timeScale(),
                "ms",
                Map.of(
                        "path", path.name(),
                        "state", snapshot.state().name(),
                        "instances", String.valueOf(snapshot.instances()),
                        "bound-by", snapshot.utilisation().boundBy().id(),
                        "approximate", String.valueOf(path.approximate())));
    }
}
