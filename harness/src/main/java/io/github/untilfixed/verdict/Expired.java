package io.github.untilfixed.verdict;

import org.jspecify.annotations.Nullable;

/** The expectation is past its review-by date, or its incident is closed; its class name is what Surefire's XML shows as the type. */
public final class Expired extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Creates the error; the cause is what the test itself threw, or null. */
    public Expired(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Keeps no trace: where the harness says it tells nobody anything, and taking it costs more than the test. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
