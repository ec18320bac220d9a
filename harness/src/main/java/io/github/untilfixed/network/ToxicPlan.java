package io.github.untilfixed.network;

import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Turns a condition into toxics; a pure function.
 *
 * @param timeScale the factor that compresses simulated durations
 * @param exact whether the Toxiproxy has {@code connect_delay}; without it a delay of the answers stands in
 */
record ToxicPlan(int timeScale, boolean exact) {

    /** The fewest round trips in which a JDBC connection is made: trust authentication without TLS. */
    private static final int FEWEST_ROUND_TRIPS = 2;

    List<Toxic> toxics(PathCondition condition) {
        if (condition instanceof SlowConnect slow) {
            return List.of(delay(slow.atLeast(), slow.atMost()));
        }
        if (condition instanceof Lossy lossy) {
            return List.of(delay(lossy.delay(), lossy.delay()), silence("lost", lossy.lost()));
        }
        if (condition instanceof Cut || condition instanceof NoRouteYet) {
            return List.of(silence("cut", 1));
        }
        if (condition instanceof ClosedByServer closed) {
            return List.of(new Toxic("closed", "timeout", "upstream", 1, Map.of("timeout", millis(closed.after()))));
        }
        return List.of();
    }

    private Toxic delay(Duration atLeast, Duration atMost) {
        long middle = (millis(atLeast) + millis(atMost)) / 2;
        long spread = (millis(atMost) - millis(atLeast)) / 2;
        return exact
                ? new Toxic("delay", "connect_delay", "upstream", 1, Map.of("delay", middle, "jitter", spread))
                : new Toxic(
                        "delay",
                        "latency",
                        "downstream",
                        1,
                        Map.of("latency", middle / FEWEST_ROUND_TRIPS, "jitter", spread / FEWEST_ROUND_TRIPS));
    }

    private static Toxic silence(String name, double share) {
        return new Toxic(name, "timeout", "upstream", share, Map.of("timeout", 0L));
    }

    private long millis(Duration simulated) {
        return Math.max(1, simulated.toMillis() / timeScale);
    }
}
