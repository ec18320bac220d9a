package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
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
        var attempt = new CompletableFuture<Connection>();
        var thread = new Thread(() -> connect(database, limit, attempt), "connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return new TimedConnection(attempt.get(limit.toNanos(), TimeUnit.NANOSECONDS), since(start));
        } catch (TimeoutException e) {
            attempt.cancel(false);
            throw new ConnectLimitExceededException(limit, since(start));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e);
        }
    }

    /** Connects for as long as it takes; a connection that nobody waits for any more is closed at once. */
    private static void connect(Database database, Duration limit, CompletableFuture<Connection> attempt) {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        // Ends an attempt that was given up; the limit itself is finer than the driver's whole seconds.
        properties.setProperty("socketTimeout", String.valueOf(limit.toSeconds() + 5));
        try {
            var connection = DriverManager.getConnection(database.jdbcUrl(), properties);
            if (!attempt.complete(connection)) {
                connection.close();
            }
        } catch (SQLException e) {
            attempt.completeExceptionally(e);
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

    /** Closes a connection whose end is of no interest; one that is broken already is closed. */
    void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException e) {
            abandonBroken(e);
        }
    }

    private static void abandonBroken(SQLException e) {
        if (e.getSQLState() != null && !e.getSQLState().startsWith("08")) {
            throw new IllegalStateException("a connection could not be closed", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
