package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.VpcPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several attempts to connect that began together, as an instance makes them that starts; the connections stay open until
 * it is closed.
 *
 * <p>A limit is compressed time, but what a connection costs this machine is not. So as many attempts as the server has
 * room for are made at the same moment through a proxy without a fault, and what the slowest of them took comes on top of
 * the limit: load on the machine slows both. Fewer are served sooner, so where there is room for less than half as many, the
 * whole storm is also made through that proxy just before.
 *
 * @param attempts in the order they were begun
 * @param elapsed until the last one was decided, measured in real time
 * @param room that the server must get back after it
 */
public record ConnectStorm(List<ConnectAttempt> attempts, Duration elapsed, ServerRoom room, boolean approximate)
        implements AutoCloseable {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    private static final Comparator<ConnectAttempt> REFUSAL_FIRST = Comparator.comparing(ConnectAttempt::unanswered);

    /** A defect is nobody's symptom, whatever became of the others. */
    private static final Comparator<ConnectAttempt> DEFECT_FIRST =
            Comparator.comparing(attempt -> attempt.outcome() != ConnectAttempt.Outcome.BROKEN);

    /** Shorter limits are measured on a machine of this speed as well. */
    private static final Duration LEAST_BOUND = Duration.ofMillis(300);

    /** More at once than two processors serve well within a compressed limit: those beside the path would be most of its load. */
    private static final int MOST_TOGETHER = 90;

    private static final int FEWEST_BESIDE = 5;

    /**
     * Makes attempts at the same time and waits until each is decided.
     *
     * @param observations where the storms go that are forgotten, see {@link #of(int, int, VpcPath, Duration, Observations)}
     */
    public static ConnectStorm of(int size, VpcPath path, Duration limit, Observations observations) throws Exception {
        return of(size, controlsOf(size), path, limit, observations);
    }

    private static int controlsOf(int size) {
        return Math.min(size, Math.max(FEWEST_BESIDE, MOST_TOGETHER - size));
    }

    /**
     * Makes attempts at the same time, with a number of others beside the path, or as many of these as the server has room
     * for, and waits until each is decided. Where the others alone take longer than the limit, the machine would be
     * measured and not the path: such a storm is put on record as forgotten, whatever became of it, and there is another
     * one. Without any compression of time there is nothing that costs the machine as much as a limit, and no others are
     * made.
     *
     * @param observations where the forgotten ones go
     * @throws IllegalStateException when the machine stays too busy
     * @throws BrokenAttemptException when one beside the path ends as none may
     */
    public static ConnectStorm of(int size, int controls, VpcPath path, Duration limit, Observations observations)
            throws Exception {
        var bound = limit.compareTo(LEAST_BOUND) < 0 ? LEAST_BOUND : limit;
        var patience = new Patience("storm", path, bound, observations);
        while (true) {
            var storm = once(size, path.timeScale() == 1 ? 0 : controls, path, limit);
            if (patience.accepts(storm.control(), size, limit)) {
                if (limit.compareTo(LEAST_BOUND) >= 0 || !storm.late()) {
                    return storm;
                }
                patience.forget(storm.control(), size, limit, "one came a little later than a limit below the bound");
            }
            storm.close();
            patience.requireMore();
        }
    }

    private static ConnectStorm once(int size, int wanted, VpcPath path, Duration limit) throws Exception {
        var room = ServerRoom.before(size, path.direct());
        int controls = room.beside(size, wanted);
        var before =
                controls > 0 && 2 * controls < size ? slowest(begin(size, path.control(), UNHURRIED)) : Duration.ZERO;
        room.await();
        path.instanceStarts();
        long start = System.nanoTime();
        var through = begin(size, path.database(), limit);
        var beside = besideThe(through, begin(controls, path.control(), UNHURRIED));
        var control = beside.compareTo(before) > 0 ? beside : before;
        var attempts = new ArrayList<ConnectAttempt>();
        for (var pending : through) {
            attempts.add(pending.decide(limit, control));
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new ConnectStorm(attempts, elapsed, room, path.approximate());
    }

    private static Duration besideThe(List<PendingConnection> through, List<PendingConnection> controls)
            throws Exception {
        try {
            return slowest(controls);
        } catch (BrokenAttemptException | InterruptedException e) {
            through.forEach(PendingConnection::abandon);
            throw e;
        }
    }

    /**
     * Returns whether one came after its limit, but while it was still listened for. Where the machine is allowed to take
     * longer than the limit, that is its doing as likely as the path's.
     */
    private boolean late() {
        return attempts.stream().anyMatch(attempt -> attempt.outcome() == ConnectAttempt.Outcome.LATE);
    }

    /** Returns what the slowest of those beside the path took, in real time. */
    Duration control() {
        return attempts.get(0).control();
    }

    /**
     * Makes one connection.
     *
     * @throws ConnectLimitExceededException when it does not come within its limit
     * @throws java.sql.SQLException when the driver or the server refuses
     */
    public static TimedConnection single(VpcPath path, Duration limit, Observations observations) throws Exception {
        var storm = of(1, path, limit, observations);
        storm.requireAll();
        return storm.attempts().get(0).connection().orElseThrow();
    }

    private static List<PendingConnection> begin(int size, Database database, Duration limit) {
        return Stream.generate(() -> PendingConnection.begin(database, limit))
                .limit(size)
                .toList();
    }

    /** A refusal is an answer too: a full server refuses those beside the path as well. */
    private static Duration slowest(List<PendingConnection> controls) throws Exception {
        var slowest = Duration.ZERO;
        for (var control : controls) {
            var attempt = control.decide(UNHURRIED, Duration.ZERO);
            attempt.close();
            if (attempt.outcome() == ConnectAttempt.Outcome.BROKEN) {
                throw attempt.failure().orElseThrow();
            }
            slowest = Stream.of(slowest, attempt.elapsed())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        return slowest;
    }

    /** Puts every attempt on record under a name of the journal. */
    public ConnectStorm record(String name, VpcPath path, Observations observations) {
        attempts.forEach(attempt -> attempt.record(name, attempts.size(), path, observations));
        return this;
    }

    /**
     * Asks that every attempt succeeded. On an approximate path connections reach a server that the connector keeps them
     * from: a refusal there says less than a silence.
     *
     * @throws Exception the failure of one that did not
     */
    public void requireAll() throws Exception {
        requireAll(attempts, approximate ? REFUSAL_FIRST.reversed() : REFUSAL_FIRST);
    }

    /**
     * Asks that every one of some attempts succeeded.
     *
     * @throws Exception the failure of one that did not; a refusal before a silence, as it says more
     */
    public static void requireAll(Collection<ConnectAttempt> attempts) throws Exception {
        requireAll(attempts, REFUSAL_FIRST);
    }

    private static void requireAll(Collection<ConnectAttempt> attempts, Comparator<ConnectAttempt> order)
            throws Exception {
        // One alone: with others attached it would show their symptoms as well as its own.
        var failure = attempts.stream()
                .filter(attempt -> !attempt.succeeded())
                .min(DEFECT_FIRST.thenComparing(order))
                .flatMap(ConnectAttempt::failure);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Returns how many succeeded. */
    public int succeeded() {
        return (int) attempts.stream().filter(ConnectAttempt::succeeded).count();
    }

    @Override
    public void close() {
        attempts.forEach(ConnectAttempt::close);
        room.await();
    }
}
