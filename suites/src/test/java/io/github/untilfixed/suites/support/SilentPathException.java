package io.github.untilfixed.suites.support;

import io.github.untilfixed.staging.database.DatabaseTimeoutException;
import io.github.untilfixed.staging.process.StartupFailedException;
import java.io.Serial;
import java.util.stream.Stream;

/** There was no answer in time; the message has the failure and what a longer wait brings, the cause is the failure. */
public final class SilentPathException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SilentPathException(Exception silence, LongestWait longest) {
        super(firstLine(silence) + "; on this path " + longest.words(), silence);
    }

    /** Returns whether a failure is one of no answer within a wait: of a connection, of the table check, or of a start. */
    static boolean isSilence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SilentPathException::isSilent);
    }

    private static boolean isSilent(Throwable failure) {
        return failure instanceof ConnectLimitExceededException
                || failure instanceof DatabaseTimeoutException
                || (failure instanceof StartupFailedException start && start.hadNoAnswer());
    }

    private static String firstLine(Exception silence) {
        return String.valueOf(silence.getMessage()).lines().findFirst().orElse("");
    }
}
