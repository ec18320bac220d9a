package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.github.untilfixed.environments.database.PoolGauges;
import io.github.untilfixed.network.PathCondition;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.database.DatabaseTimeoutException;
import io.github.untilfixed.suites.support.ServicePool;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("The service's pool in a test")
class ServicePoolTests {

    /** More in one round trip than the table check may take in all. */
    private static final PathCondition TOO_SLOW = new PathCondition.Slow(Duration.ofMinutes(2));

    @Test
    void isOpenedAgainWhereTheSameWasTooSlowBesideThePath(@ThroughVpc("none") VpcPath path) throws Exception {
        path.control();
        var beside = new ToxiproxyClient(
                        "127.0.0.1", path.toxiproxy().controlUrl().getPort())
                .getProxy(path.name() + "-control");
        var slow = beside.toxics().latency("slow", ToxicDirection.DOWNSTREAM, 1000);
        path.become(TOO_SLOW);
        var observations = new RecordedObservations(() -> {
            path.restore();
            remove(slow);
        });

        try (var pool = new ServicePool(path, observations)) {
            pool.open();
            pool.ping();
        }

        assertThat(observations.of("measurement-forgotten"))
                .first()
                .satisfies(forgotten -> assertThat(forgotten)
                        .containsEntry("what", "table check")
                        .containsEntry("bound-millis", "600")
                        .containsEntry("wait-millis", "1200"));
    }

    @Test
    void meetsTheSameRouteWhenItIsOpenedAgain(@ThroughVpc("egress-cold-start") VpcPath path) throws Exception {
        path.control();
        var beside = new ToxiproxyClient(
                        "127.0.0.1", path.toxiproxy().controlUrl().getPort())
                .getProxy(path.name() + "-control");
        // Longer than the route takes, which is three minutes of simulated time.
        var slow = beside.toxics()
                .latency(
                        "slow",
                        ToxicDirection.DOWNSTREAM,
                        path.scaled(Duration.ofMinutes(4)).toMillis());
        var observations = new RecordedObservations(() -> remove(slow));

        try (var pool = new ServicePool(path, observations)) {
            assertThatThrownBy(pool::open).isInstanceOf(DatabaseTimeoutException.class);
        }

        assertThat(observations.of("measurement-forgotten")).isNotEmpty();
    }

    @Test
    void isNotOpenedWhereOnlyThePathIsSlow(@ThroughVpc("none") VpcPath path) throws Exception {
        path.become(TOO_SLOW);
        try (var pool = new ServicePool(path, new RecordedObservations())) {
            assertThatThrownBy(pool::open)
                    .isInstanceOf(DatabaseTimeoutException.class)
                    .hasMessageContaining("table check");
        } finally {
            path.restore();
        }
    }

    @Test
    void tellsItsOwnGaugesWhileAnotherIsOpen(@ThroughVpc("none") VpcPath one, @ThroughVpc("none") VpcPath other)
            throws Exception {
        try (var first = new ServicePool(one, new RecordedObservations());
                var second = new ServicePool(other, new RecordedObservations())) {
            first.open();
            second.open();

            assertThat(PoolGauges.named("staging on " + one.name()).lines())
                    .singleElement()
                    .asString()
                    .contains("(staging on " + one.name() + ")", "TotalConnections=");
            assertThat(PoolGauges.inThisJvm())
                    .contains("(staging on " + one.name() + ")", "(staging on " + other.name() + ")");
        }
    }

    private static void remove(Toxic toxic) {
        try {
            toxic.remove();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
