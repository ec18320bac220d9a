package io.github.untilfixed.suites.support;

import java.io.Serial;

/** What was measured speaks for a fault. */
public final class CauseFoundException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param fault the one that explains the measurements best
     * @param findings the measurements in words
     */
    public CauseFoundException(String fault, String findings) {
        super("the measurements speak for " + fault + ": " + findings);
    }
}
