package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.VpcPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What became of one attempt to connect.
 *
 * @param limit it had, in real time
 * @param elapsed measured, in real time
 * @param connection when it was established in time
 * @param failure when it was not
 */
public record ConnectAttempt(
        Duration limit, Duration elapsed, Optional<TimedConnection> connection, Optional<Exception> failure) {

    /** Makes an attempt and returns when it has succeeded or failed. */
    public static ConnectAttempt make(VpcPath path, Duration limit) throws InterruptedException {
        return make(path.database(), limit);
    }

    /** Makes an attempt at an address and returns when it has succeeded or failed. */
    static ConnectAttempt make(Database database, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        try {
            var connection = TimedConnection.open(database, limit);
            return new ConnectAttempt(limit, connection.elapsed(), Optional.of(connection), Optional.empty());
        } catch (SQLException | ConnectLimitExceededException e) {
            return new ConnectAttempt(
                    limit, Duration.ofNanos(System.nanoTime() - start), Optional.empty(), Optional.of(e));
        }
    }

    /** Returns whether there is a connection. */
    public boolean succeeded() {
        return connection.isPresent();
    }

    /** Returns the SQLSTATE of the first exception that has one, or {@code none}. */
    public String sqlState() {
        return failure.filter(SQLException.class::isInstance)
                .map(e -> String.valueOf(((SQLException) e).getSQLState()))
                .orElse("none");
    }

    /** Returns {@code ok}, {@code timeout} or {@code failed}. */
    public String outcome() {
        if (succeeded()) {
            return "ok";
        }
        return failure.filter(ConnectLimitExceededException.class::isInstance).isPresent() ? "timeout" : "failed";
    }

    /** Puts the attempt on record under a name of the journal. */
    public ConnectAttempt record(String name, int concurrency, VpcPath path, Observations observations) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("path", path.name());
        attributes.put("wait-millis", String.valueOf(limit.toMillis()));
        attributes.put("concurrency", String.valueOf(concurrency));
        attributes.put("outcome", outcome());
        attributes.put("sqlstate", sqlState());
        observations.measured(name, elapsed, attributes);
        return this;
    }

    /** Closes the connection if there is one. */
    public void close() {
        connection.ifPresent(TimedConnection::closeQuietly);
    }
}
