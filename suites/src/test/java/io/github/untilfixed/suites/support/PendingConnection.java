package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An attempt to connect that has begun; one that nobody waits for any more closes its connection by itself. */
final class PendingConnection {

    private static final Duration DRIVER_GIVES_UP_LATER = Duration.ofSeconds(40);

    /** What comes after the limit is too late, but it tells a refusal or a close from silence. */
    private static final Duration LISTENING = Duration.ofMillis(150);

    private final CompletableFuture<TimedConnection> result = new CompletableFuture<>();
    private final long start = System.nanoTime();

    private PendingConnection() {}

    /** Begins to connect; the driver ends by itself some time after the limit. */
    static PendingConnection begin(Database database, Duration limit) {
        var pending = new PendingConnection();
        var thread = new Thread(() -> pending.connect(database, limit), "connect");
        thread.setDaemon(true);
        thread.start();
        return pending;
    }

    private void connect(Database database, Duration limit) {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty(
                "socketTimeout",
                String.valueOf(limit.plus(DRIVER_GIVES_UP_LATER).toSeconds()));
        try {
            var connection =
                    new TimedConnection(DriverManager.getConnection(database.jdbcUrl(), properties), elapsed());
            if (!result.complete(connection)) {
                connection.close();
            }
        } catch (SQLException e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * Waits until the attempt is decided.
     *
     * @param limit that was configured, counted from the beginning
     * @param control what the same cost at the same moment without the path; comes on top
     * @throws ConnectLimitExceededException when both have passed first, or when the connection came, but later
     * @throws SQLException when the driver or the server refuses earlier
     */
    TimedConnection within(Duration limit, Duration control)
            throws SQLException, ConnectLimitExceededException, InterruptedException {
        var allowed = limit.plus(control);
        try {
            var left = allowed.plus(LISTENING).minus(elapsed());
            var connection = result.get(left.toNanos(), TimeUnit.NANOSECONDS);
            if (connection.elapsed().compareTo(allowed) > 0) {
                connection.closeQuietly();
                throw new ConnectLimitExceededException(limit, control, connection.elapsed());
            }
            return connection;
        } catch (TimeoutException e) {
            abandon();
            throw new ConnectLimitExceededException(limit, control, elapsed());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e);
        }
    }

    private void abandon() {
        if (!result.cancel(false) && !result.isCompletedExceptionally()) {
            result.join().closeQuietly();
        }
    }

    /** Returns the time since the attempt began, in real time. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
