package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of connections with the longest wait of the incident's history: it tells a path that is slow from one that
 * leads nowhere.
 *
 * @param words what was found, measured or not
 */
public record LongestWait(String words) {

    private static final Duration LONGEST = Duration.ofSeconds(95);

    /** The shortest of the waits that a test may have given up after. */
    private static final Duration SHORTEST = Duration.ofSeconds(25);

    /** So many that a path which loses half of them does not lose all: that is one in a million. */
    private static final int CONNECTIONS = 20;

    /**
     * Measures it. A fast answer is told from a late one by the fastest of all, so the machine must not be as slow as that.
     *
     * @throws IllegalStateException when it stays that slow
     */
    static LongestWait measure(VpcPath path, Observations observations) throws Exception {
        var patience = new Patience("longest wait", path, path.scaled(SHORTEST), observations);
        while (true) {
            try (var storm = ConnectStorm.of(CONNECTIONS, path, path.scaled(LONGEST), observations)) {
                if (patience.accepts(storm.control(), CONNECTIONS, path.scaled(LONGEST))) {
                    storm.record("longest-wait", path, observations);
                    return of(storm.attempts(), path.timeScale());
                }
            }
            patience.requireMore();
        }
    }

    /** Returns what attempts with the longest wait say. */
    public static LongestWait of(List<ConnectAttempt> attempts, int timeScale) {
        var failed = attempts.stream()
                .filter(attempt -> !attempt.succeeded() && !attempt.unanswered())
                .findFirst();
        if (failed.isPresent()) {
            return new LongestWait("there is another failure than silence, after "
                    + seconds(failed.get().elapsed(), timeScale) + " (measured): "
                    + failed.get().failure().orElseThrow());
        }
        var came = attempts.stream()
                .filter(ConnectAttempt::succeeded)
                .map(ConnectAttempt::elapsed)
                .sorted()
                .toList();
        return new LongestWait(
                came.isEmpty()
                        ? "no wait helps: none of " + attempts.size() + " connections came within "
                                + seconds(LONGEST, 1)
                        : came(came, attempts.size(), timeScale));
    }

    /** Returns that nothing was found. */
    static LongestWait unknown(Exception why) {
        return new LongestWait("it could not be measured whether another wait helps: " + why);
    }

    private static String came(List<Duration> came, int tried, int timeScale) {
        boolean late = came.get(0).multipliedBy(timeScale).compareTo(SHORTEST) > 0;
        return String.format(
                Locale.ROOT,
                "%s: %d of %d connections came, after %s to %s (measured, with what this machine took)",
                late ? "a longer wait helps" : "there is an answer in time now",
                came.size(),
                tried,
                seconds(came.get(0), timeScale),
                seconds(came.get(came.size() - 1), timeScale));
    }

    private static String seconds(Duration real, int timeScale) {
        return String.format(Locale.ROOT, "%.1f s", real.toNanos() / 1e9 * timeScale);
    }
}
