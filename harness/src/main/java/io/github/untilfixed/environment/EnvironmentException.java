package io.github.untilfixed.environment;

/** An environment that could not start or was damaged; always a harness error, never an incident. */
public final class EnvironmentException extends RuntimeException {

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
