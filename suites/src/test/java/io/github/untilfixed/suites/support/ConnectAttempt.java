package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What became of one attempt to connect.
 *
 * @param limit it had, in real time
 * @param control what the slowest of the attempts without the path took at the same moment, in real time
 * @param elapsed measured, in real time
 * @param connection when it was established in time
 * @param failure when it was not
 */
public record ConnectAttempt(
        Duration limit,
        Duration control,
        Duration elapsed,
        Optional<TimedConnection> connection,
        Optional<Exception> failure) {

    /** Waits until an attempt that has begun is decided. */
    static ConnectAttempt decide(PendingConnection pending, Duration limit, Duration control)
            throws InterruptedException {
        try {
            var connection = pending.within(limit, control);
            return new ConnectAttempt(limit, control, connection.elapsed(), Optional.of(connection), Optional.empty());
        } catch (ConnectLimitExceededException e) {
            return new ConnectAttempt(limit, control, e.measured().orElseThrow(), Optional.empty(), Optional.of(e));
        } catch (SQLException e) {
            return new ConnectAttempt(limit, control, pending.elapsed(), Optional.empty(), Optional.of(e));
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
        attributes.put("control-millis", String.valueOf(control.toMillis()));
        attributes.put("concurrency", String.valueOf(concurrency));
        attributes.put("outcome", outcome());
        attributes.put("sqlstate", sqlState());
        observations.measured(name, elapsed, attributes);
        return this;
    }

    /** Returns whether nothing at all was heard, neither a connection nor a refusal. */
    public boolean silent() {
        return outcome().equals("timeout");
    }

    /** Closes the connection if there is one. */
    public void close() {
        connection.ifPresent(TimedConnection::closeQuietly);
    }
}
