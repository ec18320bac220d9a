package io.github.untilfixed.suites.support;

import io.github.untilfixed.incident.DiagnosedFailure;
import java.io.Serial;
import java.util.OptionalInt;

/** The service answered a request with a status that is no success. */
public final class HttpFailureException extends Exception implements DiagnosedFailure {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpFailureException(String request, int status, String body) {
        super(request + " was answered with HTTP " + status + (body.isEmpty() ? " and nothing" : ": " + body));
        this.status = status;
    }

    @Override
    public OptionalInt httpStatus() {
        return OptionalInt.of(status);
    }
}
