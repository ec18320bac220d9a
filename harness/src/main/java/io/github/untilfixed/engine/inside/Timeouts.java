package io.github.untilfixed.engine.inside;

import io.github.untilfixed.incident.Facts;
import java.util.concurrent.TimeoutException;

/** Tells the exception of a JUnit {@code @Timeout} from one that a test throws itself. */
final class Timeouts {

    private static final String MAKER = "org.junit.jupiter.engine.extension.Timeout";

    /** The factory and its caller are the innermost frames. */
    private static final int INNERMOST = 3;

    private Timeouts() {}

    static boolean isTimeout(Throwable thrown) {
        return thrown instanceof TimeoutException
                && Facts.trace(thrown).stream()
                        .limit(INNERMOST)
                        .anyMatch(frame -> frame.getClassName().startsWith(MAKER)
                                || frame.getClassName().contains("TimeoutInvocation"));
    }
}
