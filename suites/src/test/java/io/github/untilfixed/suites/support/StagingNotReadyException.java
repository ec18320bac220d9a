package io.github.untilfixed.suites.support;

import io.github.untilfixed.incident.DiagnosedFailure;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** An application that runs elsewhere did not get ready within its limit. */
public final class StagingNotReadyException extends Exception implements DiagnosedFailure {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Duration measured;

    /**
     * Creates the exception.
     *
     * @param status of the last answer, 0 when there was none
     */
    StagingNotReadyException(URI application, Duration limit, Duration measured, int status, String lastAnswer) {
        super("the application at " + application + " was not ready within its limit of " + limit.toMillis()
                + " ms (configured); given up after " + measured.toMillis() + " ms (measured), last answer: "
                + lastAnswer);
        this.status = status;
        this.measured = measured;
    }

    @Override
    public OptionalInt httpStatus() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    @Override
    public Optional<Duration> measured() {
        return Optional.of(measured);
    }
}
