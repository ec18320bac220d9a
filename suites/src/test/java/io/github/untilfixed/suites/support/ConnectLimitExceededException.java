package io.github.untilfixed.suites.support;

import io.github.untilfixed.incident.DiagnosedFailure;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** No connection was established within the limit. */
public final class ConnectLimitExceededException extends Exception implements DiagnosedFailure {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration measured;

    ConnectLimitExceededException(Duration limit, Duration control, Duration measured) {
        super("connection not established within its limit of " + limit.toMillis() + " ms (configured)"
                + (control.isZero() ? "" : " and the " + control.toMillis() + " ms that others took beside the path")
                + "; given up after " + measured.toMillis() + " ms (measured)");
        this.measured = measured;
    }

    @Override
    public Optional<Duration> measured() {
        return Optional.of(measured);
    }
}
