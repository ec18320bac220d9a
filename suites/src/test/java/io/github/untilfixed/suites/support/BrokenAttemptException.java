package io.github.untilfixed.suites.support;

import java.io.Serial;

/** An attempt to connect ended with what neither the driver nor the server says: a defect, and no incident's symptom. */
public final class BrokenAttemptException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenAttemptException(String message, Throwable cause) {
        super(message, cause);
    }
}
