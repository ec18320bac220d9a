package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection and how long it took to establish.
 *
 * @param connection open
 * @param elapsed measured in real time
 */
public record TimedConnection(Connection connection, Duration elapsed) implements AutoCloseable {

    /**
     * Connects within a limit in real time.
     *
     * @throws ConnectLimitExceededException when the limit passes first
     * @throws SQLException when the driver or the server refuses earlier
     */
    public static TimedConnection open(Database database, Duration limit)
            throws SQLException, ConnectLimitExceededException, InterruptedException {
        long start = System.nanoTime();
        var attempt = CompletableFuture.supplyAsync(() -> connect(database, limit), TimedConnection::inItsOwnThread);
        try {
            var connection = attempt.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new TimedConnection(connection, since(start));
        } catch (TimeoutException e) {
            attempt.thenAccept(TimedConnection::abandon);
            throw new ConnectLimitExceededException(limit, since(start));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException("the attempt to connect to " + database + " broke", e);
        }
    }

    private static Connection connect(Database database, Duration limit) {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        // Ends an attempt that was given up; the limit itself is finer than the driver's whole seconds.
        properties.setProperty("socketTimeout", String.valueOf(limit.toSeconds() + 5));
        try {
            return DriverManager.getConnection(database.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void inItsOwnThread(Runnable attempt) {
        var thread = new Thread(attempt, "connect");
        thread.setDaemon(true);
        thread.start();
    }

    private static void abandon(Connection tooLate) {
        try {
            tooLate.close();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** Sends the shortest query there is and returns how long its answer took, measured in real time. */
    public Duration roundTrip() throws SQLException {
        try (var statement = connection.createStatement()) {
            long start = System.nanoTime();
            statement.execute("SELECT 1");
            return since(start);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
