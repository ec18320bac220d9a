package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import java.time.Duration;
import java.util.Map;

/**
 * Decides by its control alone whether a measurement counts: one of a moment at which the machine was too slow is put on
 * record and made again, for two minutes.
 */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String what;
    private final VpcPath path;
    private final Duration bound;
    private final Observations observations;
    private final long start = System.nanoTime();
    private Duration last = Duration.ZERO;

    /**
     * Creates it for the measurements of one test.
     *
     * @param bound the most that the same may take without a fault, in real time
     */
    Patience(String what, VpcPath path, Duration bound, Observations observations) {
        this.what = what;
        this.path = path;
        this.bound = bound;
        this.observations = observations;
    }

    /**
     * Returns whether a measurement counts; one that does not is put on record.
     *
     * @param control what the same took without a fault, in real time
     */
    boolean accepts(Duration control, int concurrency, Duration limit) {
        last = control;
        if (control.compareTo(bound) <= 0) {
            return true;
        }
        forget(control, concurrency, limit, "the same without a fault took longer than the bound");
        return false;
    }

    /**
     * Puts on record that a measurement does not count.
     *
     * @param control what the same took without a fault, in real time
     * @param reason why it does not
     */
    void forget(Duration control, int concurrency, Duration limit, String reason) {
        last = control;
        observations.measured(
                "measurement-forgotten",
                control,
                Map.of(
                        "what", what,
                        "path", path.name(),
                        "concurrency", String.valueOf(concurrency),
                        "wait-millis", String.valueOf(limit.toMillis()),
                        "bound-millis", String.valueOf(bound.toMillis()),
                        "reason", reason));
    }

    /**
     * Asks that there is time for another measurement.
     *
     * @throws IllegalStateException when the machine was too slow for too long
     */
    void requireMore() {
        if (System.nanoTime() - start > LONGEST.toNanos()) {
            throw new IllegalStateException("this machine is too busy to measure a " + what + ": the same took "
                    + last.toMillis() + " ms without a fault, and the bound is " + bound.toMillis()
                    + " ms; a smaller time scale has longer limits");
        }
    }
}
