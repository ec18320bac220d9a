package io.github.untilfixed.suites.diagnosis;

import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.suites.support.ConnectAttempt;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** From what happened to a finding, by SQLSTATE, exception and exit code; pure functions. */
public final class Reading {

    private static final String NO_SLOT_LEFT = "53300";

    private Reading() {}

    /**
     * Returns what became of a single attempt.
     *
     * @param fast what a healthy path takes at most, in real time
     */
    public static Finding single(ConnectAttempt attempt, Duration fast) {
        return switch (attempt.outcome()) {
            case OK -> fast(attempt, fast) ? Finding.IDLE_CONNECT_IS_FAST : Finding.IDLE_CONNECT_IS_LATE;
            case LATE, TIMEOUT -> Finding.IDLE_CONNECT_HANGS;
            case FAILED, BROKEN -> failed(attempt, fast);
        };
    }

    /** Returns what many attempts at once show together; what each failure was is a finding of its own. */
    public static Finding together(List<ConnectAttempt> attempts) {
        long came = attempts.stream().filter(ConnectAttempt::succeeded).count();
        long unanswered = attempts.stream().filter(ConnectAttempt::unanswered).count();
        if (came == attempts.size()) {
            return Finding.ALL_COME;
        }
        if (came == 0) {
            return Finding.NONE_COMES;
        }
        return came + unanswered == attempts.size() ? Finding.SOME_ARE_LOST : Finding.SOME_FAIL;
    }

    /**
     * Returns what a failure was that is no silence.
     *
     * @param fast see {@link #single}
     */
    public static Finding failed(ConnectAttempt attempt, Duration fast) {
        if (attempt.sqlState().equals(NO_SLOT_LEFT)) {
            return Finding.NO_SLOT;
        }
        if (!attempt.sqlState().startsWith("08")) {
            return Finding.FAILS_OTHERWISE;
        }
        if (causes(attempt).anyMatch(ConnectException.class::isInstance)) {
            return Finding.REFUSED;
        }
        boolean closed = causes(attempt).anyMatch(e -> e instanceof EOFException || e instanceof SocketException);
        return closed && !fast(attempt, fast) ? Finding.CLOSED_BY_FAR_SIDE : Finding.FAILS_OTHERWISE;
    }

    /** Returns how a start failed. */
    public static Finding start(StartupFailedException failure) {
        if (failure.startupPhase().isPresent()) {
            return failure.startupPhase().get().equals("DATABASE")
                    ? Finding.FAILS_IN_DATABASE
                    : Finding.STARTS_OTHERWISE;
        }
        if (failure.exitCode().isEmpty()) {
            return Finding.READY_TOO_LATE;
        }
        return failure.booted() ? Finding.STARTS_OTHERWISE : Finding.DIES_AT_IMPORT;
    }

    private static boolean fast(ConnectAttempt attempt, Duration fast) {
        return attempt.elapsed().minus(attempt.control()).compareTo(fast) < 0;
    }

    private static Stream<Throwable> causes(ConnectAttempt attempt) {
        return attempt.failure().stream()
                .flatMap(failure -> Stream.iterate((Throwable) failure, e -> e != null, Throwable::getCause));
    }
}
