package io.github.untilfixed.verdict;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The test failed with its incident's symptom; its class name is what Surefire's XML shows as the type. */
public final class FailedAsExpected extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception; the cause is what the test itself threw. */
    public FailedAsExpected(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Keeps no trace: where the harness says it tells nobody anything, and taking it costs more than the test. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
