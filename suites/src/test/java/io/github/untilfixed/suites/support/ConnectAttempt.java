package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one attempt to connect.
 *
 * @param limit it had, in real time
 * @param control what the slowest of the attempts without the path took at the same moment, in real time; zero when there
 *     was none
 * @param elapsed until it came or failed, measured where it did, or until it was given up; in real time
 * @param connection when it was established in time
 * @param failure when it was not
 */
public record ConnectAttempt(
        Duration limit,
        Duration control,
        Duration elapsed,
        Optional<TimedConnection> connection,
        Optional<Exception> failure) {

    /** How an attempt ended. */
    public enum Outcome {
        /** With a connection. */
        OK,
        /** With a connection that came after its limit. */
        LATE,
        /** It was given up: nothing at all was heard, neither a connection nor a refusal. */
        TIMEOUT,
        /** The driver or the server said no. */
        FAILED,
        /** With a defect of these tests or of the driver. */
        BROKEN;

        /** Returns the word for it in the journal. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether there is a connection. */
    public boolean succeeded() {
        return outcome() == Outcome.OK;
    }

    /** Returns whether there was no answer within the limit: none at all, or one that came too late. */
    public boolean unanswered() {
        return outcome() == Outcome.TIMEOUT || outcome() == Outcome.LATE;
    }

    /** Returns how it ended. */
    public Outcome outcome() {
        if (connection.isPresent()) {
            return Outcome.OK;
        }
        var why = failure.orElseThrow();
        if (why instanceof ConnectLimitExceededException exceeded) {
            return exceeded.late() ? Outcome.LATE : Outcome.TIMEOUT;
        }
        return why instanceof SQLException ? Outcome.FAILED : Outcome.BROKEN;
    }

    /** Returns how long one that timed out was waited for beyond its limit and its control, in real time that no scale compresses. */
    public Duration listened() {
        return outcome() == Outcome.TIMEOUT ? elapsed.minus(limit).minus(control) : Duration.ZERO;
    }

    /** Returns how long it took in simulated time, what the machine cost and what it was listened for left out. */
    public Duration simulated(int timeScale) {
        var onPath = elapsed.minus(control).minus(listened());
        return onPath.isNegative() ? Duration.ZERO : onPath.multipliedBy(timeScale);
    }

    /** Returns the failure's SQLSTATE, {@code none} when it has none. */
    public String sqlState() {
        return failure.filter(SQLException.class::isInstance)
                .map(e -> ((SQLException) e).getSQLState())
                .orElse("none");
    }

    /**
     * Returns the connection.
     *
     * @throws ConnectLimitExceededException when it did not come within its limit
     * @throws SQLException when the driver or the server refused
     * @throws IllegalStateException when the attempt broke
     */
    TimedConnection orThrow() throws SQLException, ConnectLimitExceededException {
        if (connection.isPresent()) {
            return connection.get();
        }
        var why = failure.orElseThrow();
        if (why instanceof ConnectLimitExceededException exceeded) {
            throw exceeded;
        }
        if (why instanceof SQLException refused) {
            throw refused;
        }
        throw new IllegalStateException(why);
    }

    /** Puts the attempt on record under a name of the journal. */
    public ConnectAttempt record(String name, int concurrency, VpcPath path, Observations observations) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("path", path.name());
        attributes.put("wait-millis", String.valueOf(limit.toMillis()));
        if (!control.isZero()) {
            attributes.put("control-millis", millis(control));
        }
        if (outcome() == Outcome.TIMEOUT) {
            attributes.put("listening-millis", millis(listened()));
        }
        attributes.put("concurrency", String.valueOf(concurrency));
        attributes.put("outcome", outcome().id());
        attributes.put("sqlstate", sqlState());
        observations.measured(name, elapsed, attributes);
        return this;
    }

    /** With fractions: reports multiply what is left of a time by the time scale. */
    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6);
    }

    /** Closes the connection if there is one. */
    public void close() {
        connection.ifPresent(TimedConnection::closeQuietly);
    }
}
