package io.github.untilfixed.engine.inside;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs code in a thread of its own and gives it up when its time is over, whether it reacts to that or not. */
public final class HardLimit {

    private HardLimit() {}

    /**
     * Runs the code.
     *
     * @param limit in real time
     * @param setBy what set the limit, as the message names it
     * @throws LimitExceededException when the time is over, with the trace of where the code is stuck
     * @throws Throwable what the code throws
     */
    public static <T> @Nullable T run(Duration limit, String setBy, Callable<T> code) throws Throwable {
        var task = new FutureTask<>(code);
        var thread = new Thread(task, "untilfixed-" + Thread.currentThread().getName());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw cause instanceof Carried carried ? carried.carried() : cause == null ? e : cause;
        } catch (TimeoutException e) {
            var stuck = new LimitExceededException(limit, setBy);
            stuck.setStackTrace(thread.getStackTrace());
            task.cancel(true);
            throw stuck;
        } catch (InterruptedException e) {
            // Whoever waits here was given up itself, as by a shorter timeout.
            task.cancel(true);
            throw e;
        }
    }

    /** Carries a throwable that is no exception through a {@link Callable}. */
    static final class Carried extends Exception {

        private static final long serialVersionUID = 1L;

        private final Throwable carried;

        Carried(Throwable carried) {
            super(carried);
            this.carried = carried;
        }

        Throwable carried() {
            return carried;
        }
    }

    /** The time was over; its trace is where the test was stuck. */
    public static final class LimitExceededException extends TimeoutException {

        private static final long serialVersionUID = 1L;

        LimitExceededException(Duration limit, String setBy) {
            super("timed out after " + limit + ", the limit of " + setBy);
        }
    }
}
