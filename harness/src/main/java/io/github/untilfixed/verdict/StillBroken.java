package io.github.untilfixed.verdict;

import org.jspecify.annotations.Nullable;

/** The incident is claimed to be fixed, and its symptom is still there; its class name is what Surefire's XML shows as the type. */
public final class StillBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Creates the error; the cause is what the test itself threw, or null. */
    public StillBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Keeps no trace: where the harness says it tells nobody anything, and taking it costs more than the test. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
