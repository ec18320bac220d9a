package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.VpcPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Several attempts to connect that began together, as an instance makes them that starts; the connections stay open until
 * it is closed.
 *
 * <p>A limit is compressed time, but what a connection costs this machine is not. So as many attempts as the server has
 * room for are made at the same moment through a proxy without a fault, and what the slowest of them took comes on top of
 * the limit: load on the machine slows both.
 *
 * @param attempts in the order they were begun
 * @param elapsed until the last one was decided, measured in real time
 * @param room that the server must get back after it
 */
public record ConnectStorm(List<ConnectAttempt> attempts, Duration elapsed, Room room, boolean approximate)
        implements AutoCloseable {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    /** How long to look for a moment at which the machine is quick enough, in real time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Shorter limits are measured on a machine of this speed as well. */
    private static final Duration LEAST_BOUND = Duration.ofMillis(300);

    /** As many as leave some of the server's 100 slots to others. */
    private static final int MOST_TOGETHER = 90;

    /** Makes attempts at the same time and waits until each is decided. */
    public static ConnectStorm of(int size, VpcPath path, Duration limit) throws InterruptedException {
        return of(size, Math.min(size, MOST_TOGETHER - size), path, limit);
    }

    /**
     * Makes attempts at the same time, with a number of others beside the path, and waits until each is decided. Where the
     * others alone take longer than the limit, the machine would be measured and not the path: such a storm is forgotten,
     * whatever became of it, and there is another one.
     *
     * @throws IllegalStateException when the machine stays too busy
     */
    public static ConnectStorm of(int size, int controls, VpcPath path, Duration limit) throws InterruptedException {
        var bound = limit.compareTo(LEAST_BOUND) < 0 ? LEAST_BOUND : limit;
        long start = System.nanoTime();
        while (true) {
            var storm = once(size, controls, path, limit);
            if (storm.control().compareTo(bound) <= 0) {
                return storm;
            }
            storm.close();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("this machine is too busy to measure a limit of " + limit.toMillis()
                        + " ms: the same took " + storm.control().toMillis()
                        + " ms without a fault; a smaller time scale"
                        + " has longer limits");
            }
        }
    }

    private static ConnectStorm once(int size, int controls, VpcPath path, Duration limit) throws InterruptedException {
        var room = Room.before(size, path.direct());
        path.instanceStarts();
        long start = System.nanoTime();
        var through = begin(size, path.database(), limit);
        var control = slowest(begin(controls, path.control(), UNHURRIED));
        var attempts = new ArrayList<ConnectAttempt>();
        for (var pending : through) {
            attempts.add(ConnectAttempt.decide(pending, limit, control));
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new ConnectStorm(attempts, elapsed, room, path.approximate());
    }

    private Duration control() {
        return attempts.get(0).control();
    }

    /**
     * Makes one connection.
     *
     * @throws ConnectLimitExceededException when it does not come within its limit
     * @throws SQLException when the driver or the server refuses
     */
    public static TimedConnection single(VpcPath path, Duration limit) throws Exception {
        var storm = of(1, path, limit);
        storm.requireAll();
        return storm.attempts().get(0).connection().orElseThrow();
    }

    private static List<PendingConnection> begin(int size, Database database, Duration limit) {
        return Stream.generate(() -> PendingConnection.begin(database, limit))
                .limit(size)
                .toList();
    }

    private static Duration slowest(List<PendingConnection> controls) throws InterruptedException {
        var slowest = Duration.ZERO;
        for (var control : controls) {
            var attempt = ConnectAttempt.decide(control, UNHURRIED, Duration.ZERO);
            attempt.close();
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
        var refusalFirst = Comparator.comparing(ConnectAttempt::silent);
        requireAll(attempts, approximate ? refusalFirst.reversed() : refusalFirst);
    }

    /**
     * Asks that every one of some attempts succeeded.
     *
     * @throws Exception the failure of one that did not; a refusal before a silence, as it says more
     */
    public static void requireAll(Collection<ConnectAttempt> attempts) throws Exception {
        requireAll(attempts, Comparator.comparing(ConnectAttempt::silent));
    }

    private static void requireAll(Collection<ConnectAttempt> attempts, Comparator<ConnectAttempt> order)
            throws Exception {
        // One alone: with others attached it would show their symptoms as well as its own.
        var failure = attempts.stream()
                .filter(attempt -> !attempt.succeeded())
                .min(order)
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

    /**
     * The slots of a server. It gives one back only some time after its client has gone.
     *
     * @param direct the server as it is reached without a path
     * @param sessions that were open before a storm; negative when so few come that nobody waits for them to go
     */
    record Room(Database direct, int sessions) {

        private static final int FEW = 10;

        static Room before(int size, Database direct) throws InterruptedException {
            return new Room(direct, size < FEW ? -1 : count(direct));
        }

        void await() {
            if (sessions >= 0) {
                Awaitility.await()
                        .atMost(UNHURRIED)
                        .pollInterval(POLL)
                        .ignoreExceptions()
                        .until(() -> count(direct) <= sessions);
            }
        }

        private static int count(Database direct) throws InterruptedException {
            try (var connection = TimedConnection.open(direct, UNHURRIED);
                    var statement = connection.connection().createStatement();
                    var rows = statement.executeQuery(
                            "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException | ConnectLimitExceededException e) {
                throw new IllegalStateException("cannot count the sessions of " + direct, e);
            }
        }
    }
}
