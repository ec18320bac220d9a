package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessFault;

/** An environment that could not start or was damaged; always a harness error, never an incident. */
public final class EnvironmentException extends RuntimeException implements HarnessFault {

    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message says what to do. */
    public EnvironmentException(String message) {
        super(message);
    }

    /** Creates the exception with its cause; the message says what to do. */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
