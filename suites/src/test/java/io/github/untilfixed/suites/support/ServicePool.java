package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Witness;
import io.github.untilfixed.environments.database.PoolGauges;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.database.ConnectionPool;
import io.github.untilfixed.staging.database.ResilientOpening;
import io.github.untilfixed.staging.log.ServiceLog;
import io.github.untilfixed.staging.settings.DatabaseSettings;
import io.github.untilfixed.staging.settings.ServiceSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The service's own pool and its opening, used by a test in its own process. */
public final class ServicePool implements AutoCloseable {

    /** How long a pool may take to fill on a busy machine, in real time. */
    private static final Duration FILL = Duration.ofSeconds(10);

    private final VpcPath path;
    private final Observations observations;
    private final DatabaseSettings settings;
    private final ConnectionPool pool;
    private final Witness gauges;

    /**
     * Creates the pool of the deployment that runs behind a path.
     *
     * @param observations where measurements go that were forgotten because of a slow machine
     */
    public ServicePool(VpcPath path, Observations observations) {
        this.path = path;
        this.observations = observations;
        var database = path.database();
        this.settings =
                Setup.deployment(path.faults()).database(database.jdbcUrl(), database.user(), database.password());
        // Tests run side by side, and JMX takes each name once.
        var name = "staging on " + path.name();
        this.pool = new ConnectionPool(settings, settings.waits().compressed(path.timeScale()), config -> {
            config.setPoolName(name);
            config.setRegisterMbeans(true);
        });
        this.gauges = path.witness("pool of the test", () -> PoolGauges.named(name));
    }

    /** Returns how it is set up. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Opens the pool once, within the wait for the table check. */
    public void open() throws Exception {
        var wait = path.scaled(settings.waits().table());
        opened("table check", () -> {
            pool.open(wait);
            return true;
        });
    }

    /**
     * Opens the pool with retries and breaker, as the service does.
     *
     * @return how long that took, with the pauses, measured in real time
     */
    public Duration openWithRetries() throws Exception {
        var nanos = new AtomicLong();
        opened("opening with retries", () -> {
            long start = System.nanoTime();
            opening().run();
            nanos.set(System.nanoTime() - start);
            return true;
        });
        return Duration.ofNanos(nanos.get());
    }

    /** The wait for the table check is what decides, also in each attempt of several. */
    private void opened(String what, Callable<Boolean> opening) throws Exception {
        new ControlledWait(what, path, path.scaled(settings.waits().table()), observations).run(opening, pool::close);
    }

    private ResilientOpening opening() {
        return new ResilientOpening(
                pool,
                new ServiceSettings(
                        "test", "test", "staging", path.timeScale(), path.seed(), "x".repeat(32), false, settings),
                new ServiceLog(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        Clock.systemUTC()));
    }

    /** Asks the database for a sign of life, within the wait for a connection of the pool. */
    public void ping() throws Exception {
        pool.prove();
    }

    /**
     * Borrows connections at the same time and holds them until each has come.
     *
     * @return how many came
     * @throws SQLTransientConnectionException when the server refuses one
     */
    public int borrow(int connections) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        var allThere = new CountDownLatch(connections);
        Callable<Boolean> borrower = () -> patiently(allThere);
        try {
            int came = 0;
            for (var result : threads.invokeAll(
                    Stream.generate(() -> borrower).limit(connections).toList())) {
                came += result.get() ? 1 : 0;
            }
            return came;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks again when the pool was only slow: it makes one connection after the other, in real time. */
    private boolean patiently(CountDownLatch allThere) throws Exception {
        long deadline = System.nanoTime() + FILL.toNanos();
        while (true) {
            try {
                return pool.use("pool fill", FILL.plus(FILL), connection -> {
                    allThere.countDown();
                    return allThere.await(FILL.toMillis(), TimeUnit.MILLISECONDS);
                });
            } catch (SQLTransientConnectionException e) {
                if (e.getSQLState() != null || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        gauges.close();
        pool.close();
    }
}
