package io.github.untilfixed.suites.support;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of connecting with one wait after the other; tells a path that is slow from one that leads nowhere. */
public final class WaitSweep {

    /** The most that chance may explain of what is called a difference. */
    private static final double SIGNIFICANCE = 0.01;

    private final Map<Duration, List<ConnectAttempt>> byWait = new LinkedHashMap<>();

    /** What the counts say. */
    public enum Answer {
        /** Most did not come with the shorter waits, and more with the longer ones than chance explains. */
        LONGER_HELPS("a longer wait helps"),
        /** None came with any. */
        NONE_HELPS("no wait helps"),
        /** Some came, but not so many more with the longer waits that it cannot be chance. */
        NOT_DECIDED("not decided: chance may explain which came");

        private final String words;

        Answer(String words) {
            this.words = words;
        }
    }

    /** Adds what came of a wait, in simulated time; waits are added from the shortest to the longest. */
    public void add(Duration wait, ConnectStorm storm) {
        byWait.put(wait, storm.attempts());
    }

    /**
     * Asks that every attempt succeeded with every wait.
     *
     * @throws WaitSweepException when some got no answer in time; it says whether a longer wait helps
     * @throws Exception the failure of one that was refused or closed
     */
    public void requireAll() throws Exception {
        var all = byWait.values().stream().flatMap(List::stream).toList();
        ConnectStorm.requireAll(
                all.stream().filter(attempt -> !attempt.unanswered()).toList());
        if (!all.stream().allMatch(ConnectAttempt::succeeded)) {
            var came = byWait.values().stream().map(WaitSweep::succeeded).toList();
            var tried = byWait.values().stream().map(List::size).toList();
            throw new WaitSweepException(answer(came, tried).words + ": " + words()
                    + String.format(Locale.ROOT, "; exact test for a trend, p = %.2g", ExactTrend.chance(came, tried)));
        }
    }

    /**
     * Returns what counts say, by the exact test for a trend.
     *
     * @param came how many connections came with each wait, from the shortest to the longest; not all of them
     * @param tried how many were tried with each
     */
    public static Answer answer(List<Integer> came, List<Integer> tried) {
        if (came.stream().allMatch(count -> count == 0)) {
            return Answer.NONE_HELPS;
        }
        return mostMissing(came, tried) && ExactTrend.chance(came, tried) < SIGNIFICANCE
                ? Answer.LONGER_HELPS
                : Answer.NOT_DECIDED;
    }

    /** A few that a slow machine keeps from the shortest wait are a trend as well, and no incident. */
    private static boolean mostMissing(List<Integer> came, List<Integer> tried) {
        int shorter = (came.size() + 1) / 2;
        return 2 * sum(came.subList(0, shorter)) < sum(tried.subList(0, shorter));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private String words() {
        return byWait.entrySet().stream()
                .map(entry -> entry.getKey().toSeconds() + " s " + succeeded(entry.getValue()) + " of "
                        + entry.getValue().size())
                .collect(Collectors.joining(", ", "connections that came with a wait of ", " (measured)"));
    }

    private static int succeeded(List<ConnectAttempt> attempts) {
        return (int) attempts.stream().filter(ConnectAttempt::succeeded).count();
    }
}
