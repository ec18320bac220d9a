package io.github.untilfixed.network;

import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Slow;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Turns a condition into toxics; a pure function.
 *
 * @param timeScale the factor that compresses simulated durations
 * @param roundTrips how many of them a connection takes, at least 1
 * @param exact whether the Toxiproxy has {@code connect_delay}; without it a delay of the answers stands in
 */
record ToxicPlan(int timeScale, int roundTrips, boolean exact) {

    List<Toxic> toxics(PathCondition condition) {
        if (condition instanceof Slow slow) {
            return latency(slow);
        }
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
            return List.of(
                    new Toxic("closed", "timeout", "upstream", 1, Map.of("timeout", atLeastOne(closed.after()))));
        }
        return List.of();
    }

    /** A Toxiproxy delays by whole milliseconds: what is compressed to less is no delay at all. */
    private List<Toxic> latency(Slow slow) {
        long real = millis(slow.roundTrip());
        return real < 1
                ? List.of()
                : List.of(new Toxic("slow", "latency", "downstream", 1, Map.of("latency", real, "jitter", real / 2)));
    }

    private Toxic delay(Duration atLeast, Duration atMost) {
        long middle = (atLeastOne(atLeast) + atLeastOne(atMost)) / 2;
        long spread = (atLeastOne(atMost) - atLeastOne(atLeast)) / 2;
        return exact
                ? new Toxic("delay", "connect_delay", "upstream", 1, Map.of("delay", middle, "jitter", spread))
                : new Toxic(
                        "delay",
                        "latency",
                        "downstream",
                        1,
                        Map.of("latency", middle / roundTrips, "jitter", spread / roundTrips));
    }

    private static Toxic silence(String name, double share) {
        return new Toxic(name, "timeout", "upstream", share, Map.of("timeout", 0L));
    }

    private long atLeastOne(Duration simulated) {
        return Math.max(1, millis(simulated));
    }

    private long millis(Duration simulated) {
        return simulated.toMillis() / timeScale;
    }
}
