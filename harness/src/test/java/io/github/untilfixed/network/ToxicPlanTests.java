package io.github.untilfixed.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.Limited;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of toxics")
class ToxicPlanTests {

    private final ToxicPlan plain = new ToxicPlan(50, 4, false);
    private final ToxicPlan exact = new ToxicPlan(50, 4, true);

    @Test
    void leavesAHealthyPathAlone() {
        assertThat(plain.toxics(new Healthy())).isEmpty();
    }

    @Test
    void delaysAnswersSoThatTheRoundTripsOfAConnectionTakeTheWholeDelay() {
        var slow = new SlowConnect(Duration.ofSeconds(48), Duration.ofSeconds(60));

        assertThat(plain.toxics(slow))
                .containsExactly(
                        new Toxic("delay", "latency", "downstream", 1, Map.of("latency", 270L, "jitter", 30L)));
    }

    @Test
    void delaysTheConnectionItselfWhereTheToxiproxyCan() {
        var slow = new SlowConnect(Duration.ofSeconds(48), Duration.ofSeconds(60));

        assertThat(exact.toxics(slow))
                .containsExactly(
                        new Toxic("delay", "connect_delay", "upstream", 1, Map.of("delay", 1080L, "jitter", 120L)));
    }

    @Test
    void silencesEveryConnectionOfACutRouteAndAShareOfALossyOne() {
        assertThat(plain.toxics(new Cut()))
                .containsExactly(new Toxic("cut", "timeout", "upstream", 1, Map.of("timeout", 0L)));
        assertThat(plain.toxics(new Lossy(Duration.ofSeconds(45), 0.5)))
                .contains(new Toxic("lost", "timeout", "upstream", 0.5, Map.of("timeout", 0L)));
    }

    @Test
    void sharesTheBudgetsOfAConnectorWhereTheToxiproxyCan() {
        var limited = new Limited(new Healthy(), 50, 200);

        assertThat(exact.toxics(limited))
                .containsExactly(
                        new Toxic("throughput", "shared_bandwidth", "downstream", 1, Map.of("rate", 1_250_000L)),
                        new Toxic(
                                "connections",
                                "connection_limit",
                                "upstream",
                                1,
                                Map.of("connections", 50, "excess", "wait")));
        assertThat(plain.toxics(limited))
                .containsExactly(new Toxic("throughput", "bandwidth", "downstream", 1, Map.of("rate", 1_250_000L)));
    }

    @Test
    void compressesTheTimeAfterWhichTheServerCloses() {
        assertThat(plain.toxics(new ClosedByServer(Duration.ofSeconds(30))))
                .containsExactly(new Toxic("closed", "timeout", "upstream", 1, Map.of("timeout", 600L)));
    }
}
