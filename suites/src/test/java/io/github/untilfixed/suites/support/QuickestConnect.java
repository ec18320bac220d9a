package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.VpcPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * How long the quickest of many connections takes. Load on the machine only adds, so the quickest has the least of it. Others
 * are made beside the path, in turns with those: where in one of the turns even their quickest takes longer than a bound, all
 * are put on record as forgotten and made again.
 */
public final class QuickestConnect {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;
    private static final int TOGETHER = 5;

    private QuickestConnect() {}

    /**
     * Returns what the quickest connection through a path took, in real time.
     *
     * @param bound the most that the quickest of a turn may take without the path's conditions, in real time
     * @param observations where those go that are forgotten
     * @throws Exception the failure of a connection
     * @throws IllegalStateException when the machine stays too busy
     */
    public static Duration through(VpcPath path, Duration bound, Observations observations) throws Exception {
        var patience = new Patience("quickest connection", path, bound, observations);
        while (true) {
            var through = new ArrayList<Duration>();
            var beside = new ArrayList<Duration>();
            for (int round = 0; round < ROUNDS; round++) {
                through.add(quickest(path.database()));
                beside.add(quickest(path.control()));
            }
            if (patience.accepts(Collections.max(beside), TOGETHER, UNHURRIED)) {
                return Collections.min(through);
            }
            patience.requireMore();
        }
    }

    private static Duration quickest(Database database) throws Exception {
        var pending = Stream.generate(() -> PendingConnection.begin(database, UNHURRIED))
                .limit(TOGETHER)
                .toList();
        var attempts = new ArrayList<ConnectAttempt>();
        for (var one : pending) {
            attempts.add(one.decide(UNHURRIED, Duration.ZERO));
        }
        attempts.forEach(ConnectAttempt::close);
        ConnectStorm.requireAll(attempts);
        return Collections.min(attempts.stream().map(ConnectAttempt::elapsed).toList());
    }
}
