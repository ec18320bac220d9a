package io.github.untilfixed.suites.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of connecting with one wait after the other; tells a path that is slow from one that leads nowhere. */
public final class WaitSweep {

    private final Map<Duration, List<ConnectAttempt>> byWait = new LinkedHashMap<>();

    /** Adds what came of a wait, in simulated time; waits are added from the shortest to the longest. */
    public void add(Duration wait, ConnectStorm storm) {
        byWait.put(wait, storm.attempts());
    }

    /**
     * Asks that every attempt succeeded with every wait.
     *
     * @throws WaitSweepException when some got no answer; it says whether a longer wait helps
     * @throws Exception the failure of one that was refused or closed
     */
    public void requireAll() throws Exception {
        var all = byWait.values().stream().flatMap(List::stream).toList();
        ConnectStorm.requireAll(
                all.stream().filter(attempt -> !attempt.silent()).toList());
        if (!all.stream().allMatch(ConnectAttempt::succeeded)) {
            throw new WaitSweepException((longerHelps() ? "a longer wait helps" : "no wait helps") + ": " + words());
        }
    }

    private boolean longerHelps() {
        var counts = new ArrayList<>(
                byWait.values().stream().map(WaitSweep::succeeded).toList());
        return counts.get(counts.size() - 1) > counts.get(0);
    }

    private String words() {
        return byWait.entrySet().stream()
                .map(entry -> entry.getKey().toSeconds() + " s " + succeeded(entry.getValue()) + " of "
                        + entry.getValue().size())
                .collect(Collectors.joining(", ", "connections that came with a wait of ", " (measured)"));
    }

    private static long succeeded(List<ConnectAttempt> attempts) {
        return attempts.stream().filter(ConnectAttempt::succeeded).count();
    }
}
