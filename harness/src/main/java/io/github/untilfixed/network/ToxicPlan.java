package io.github.untilfixed.network;

import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Limited;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Slow;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns a condition into toxics; a pure function.
 *
 * @param timeScale the factor that compresses simulated durations
 * @param roundTrips how many of them a connection takes, at least 1
 * @param exact whether the Toxiproxy has {@code connect_delay}; without it a delay of the answers stands in
 */
record ToxicPlan(int timeScale, int roundTrips, boolean exact) {

    /** Bytes are not compressed, so as many of them pass in a shorter time. */
    private static final long KILOBYTES_OF_A_MEGABIT = 125;

    List<Toxic> toxics(PathCondition condition) {
        if (condition instanceof Limited limited) {
            return Stream.of(toxics(limited.condition()), budgets(limited))
                    .flatMap(List::stream)
                    .toList();
        }
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

    /** The original has no budget that connections share: each gets the whole throughput there, and none is refused. */
    private List<Toxic> budgets(Limited limited) {
        long rate = limited.megabitsPerSecond() * KILOBYTES_OF_A_MEGABIT * timeScale;
        return exact
                ? List.of(
                        new Toxic("throughput", "shared_bandwidth", "downstream", 1, Map.of("rate", rate)),
                        new Toxic(
                                "connections",
                                "connection_limit",
                                "upstream",
                                1,
                                Map.of("connections", limited.connections(), "excess", "wait")))
                : List.of(new Toxic("throughput", "bandwidth", "downstream", 1, Map.of("rate", rate)));
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
