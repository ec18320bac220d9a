package io.github.untilfixed.suites.support;

import io.github.untilfixed.incident.DiagnosedFailure;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** No connection was established within the limit: it came too late, or it had not come when it was given up. */
public final class ConnectLimitExceededException extends Exception implements DiagnosedFailure {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration measured;
    private final boolean late;

    private ConnectLimitExceededException(
            Duration limit, Duration control, Duration measured, boolean late, String what) {
        super("connection not established within its limit of " + limit.toMillis() + " ms (configured)"
                + (control.isZero() ? "" : " and the " + control.toMillis() + " ms that others took beside the path")
                + "; " + what + " after " + measured.toMillis() + " ms (measured)");
        this.measured = measured;
        this.late = late;
    }

    /** Nothing was heard until it was given up. */
    static ConnectLimitExceededException silence(Duration limit, Duration control, Duration measured) {
        return new ConnectLimitExceededException(limit, control, measured, false, "given up");
    }

    /** It came, but later. */
    static ConnectLimitExceededException late(Duration limit, Duration control, Duration measured) {
        return new ConnectLimitExceededException(limit, control, measured, true, "it came too late,");
    }

    /** Returns whether there was a connection in the end. */
    boolean late() {
        return late;
    }

    @Override
    public Optional<Duration> measured() {
        return Optional.of(measured);
    }
}
