package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what has a wait of the service's own, which nobody can make longer, while connections are made beside the path. Where
 * one of those takes more than half of the wait the machine is measured and not the path: what came of it is put on record
 * as forgotten, whatever it was, and it is done again.
 */
final class ControlledWait {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    /** Between two connections beside the path, in real time: often enough to see a machine that is slow for a moment. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final VpcPath path;
    private final Duration wait;
    private final Patience patience;

    /** Creates it for a wait in real time. */
    ControlledWait(String what, VpcPath path, Duration wait, Observations observations) {
        this.path = path;
        this.wait = wait;
        this.patience = new Patience(what, path, wait.dividedBy(2), observations);
    }

    /**
     * Does something until a measurement counts.
     *
     * @param undo gives back what a forgotten one has left
     * @throws Exception what the one that counts has thrown
     * @throws IllegalStateException when the machine stays too busy
     */
    void run(Callable<?> work, Runnable undo) throws Exception {
        if (path.timeScale() == 1) {
            // Nothing is compressed, so nothing costs the machine as much as a wait.
            work.call();
            return;
        }
        while (true) {
            var done = new FutureTask<>(work);
            if (patience.accepts(slowestBeside(done), 1, wait)) {
                result(done);
                return;
            }
            undo.run();
            patience.requireMore();
            // Done again as by a new instance: a route that takes its time must not have come meanwhile.
            path.instanceStarts();
        }
    }

    /** Connects beside the path until the work is done, one after the other, and returns what the slowest took. */
    private Duration slowestBeside(FutureTask<?> work) throws Exception {
        var slowest = Duration.ZERO;
        new Thread(work, "beside a control").start();
        do {
            var control = PendingConnection.begin(path.control(), UNHURRIED).decide(UNHURRIED, Duration.ZERO);
            control.close();
            if (control.outcome() == ConnectAttempt.Outcome.BROKEN) {
                throw control.failure().orElseThrow();
            }
            slowest = slowest.compareTo(control.elapsed()) > 0 ? slowest : control.elapsed();
        } while (!endsSoon(work));
        return slowest;
    }

    private static boolean endsSoon(FutureTask<?> work) throws InterruptedException {
        try {
            work.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // What it has thrown counts only when the control does.
            return true;
        }
    }

    private static void result(FutureTask<?> done) throws Exception {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
