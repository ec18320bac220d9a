package io.github.untilfixed.suites.support;

import java.io.Serial;

/** Connections got no answer with some of the waits; the message says whether a longer one helps. */
public final class WaitSweepException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    WaitSweepException(String message) {
        super(message);
    }
}
