package io.github.untilfixed.suites.support;

import static org.awaitility.Awaitility.await;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.VpcPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Several attempts to connect that began together; the connections stay open until it is closed.
 *
 * @param attempts in the order they were begun
 * @param elapsed until the last one was decided, measured in real time
 */
public record ConnectStorm(List<ConnectAttempt> attempts, Duration elapsed) implements AutoCloseable {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    /**
     * Makes attempts at the same time and waits until each is decided. The limit is compressed time, but what so many
     * connections cost this machine is not: it is measured on the same storm without the path, and comes on top.
     */
    public static ConnectStorm of(int size, VpcPath path, Duration limit) throws InterruptedException {
        return of(size, path.database(), limit.plus(cost(size, path.direct())));
    }

    /** Makes attempts at the same time within a limit to which nothing is added. */
    public static ConnectStorm strict(int size, VpcPath path, Duration limit) throws InterruptedException {
        return of(size, path.database(), limit);
    }

    private static Duration cost(int size, Database direct) throws InterruptedException {
        int before = sessions(direct);
        Duration cost;
        try (var storm = of(size, direct, UNHURRIED)) {
            cost = storm.elapsed();
        }
        // The server gives a slot back only some time after its client has gone.
        await().atMost(UNHURRIED).ignoreExceptions().until(() -> sessions(direct) <= before);
        return cost;
    }

    private static int sessions(Database direct) throws InterruptedException {
        try (var connection = TimedConnection.open(direct, UNHURRIED);
                var statement = connection.connection().createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE usename = current_user")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException | ConnectLimitExceededException e) {
            throw new IllegalStateException("cannot count the sessions of " + direct, e);
        }
    }

    private static ConnectStorm of(int size, Database database, Duration limit) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(size);
        Callable<ConnectAttempt> attempt = () -> ConnectAttempt.make(database, limit);
        long start = System.nanoTime();
        try {
            var results = new ArrayList<ConnectAttempt>();
            for (var result :
                    threads.invokeAll(Stream.generate(() -> attempt).limit(size).toList())) {
                results.add(result.get());
            }
            return new ConnectStorm(results, Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt to connect broke", e);
        } finally {
            threads.shutdown();
        }
    }

    /** Puts every attempt on record under a name of the journal. */
    public ConnectStorm record(String name, VpcPath path, Observations observations) {
        attempts.forEach(attempt -> attempt.record(name, attempts.size(), path, observations));
        return this;
    }

    /**
     * Asks that every attempt succeeded.
     *
     * @throws Exception the failure of the attempt that had the most time
     */
    public void requireAll() throws Exception {
        requireAll(attempts);
    }

    /**
     * Asks that every one of some attempts succeeded.
     *
     * @throws Exception the failure of the attempt that had the most time
     */
    public static void requireAll(List<ConnectAttempt> attempts) throws Exception {
        // One alone: with others attached it would show their symptoms as well as its own.
        var failure = attempts.stream()
                .filter(attempt -> !attempt.succeeded())
                .max(Comparator.comparing(ConnectAttempt::limit))
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
    }
}
