package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

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
        return PendingConnection.begin(database, limit)
                .decide(limit, Duration.ZERO)
                .orThrow();
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
