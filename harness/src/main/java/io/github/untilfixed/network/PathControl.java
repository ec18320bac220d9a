package io.github.untilfixed.network;

import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Refused;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts conditions on a path; thread-safe. */
final class PathControl implements AutoCloseable {

    private final DatabasePath path;
    private final int timeScale;
    private final ToxicControl toxics;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, PathControl::thread);
    private @Nullable Throwable failure;
    private long generation;
    private boolean exact = true;
    private boolean refusing;

    PathControl(DatabasePath path, int timeScale) {
        this.path = path;
        this.timeScale = timeScale;
        this.toxics = new ToxicControl(path);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Replaces what is on the path; nothing is called when there is nothing to change.
     *
     * @throws EnvironmentException when the Toxiproxy does not follow, now or when the route last opened
     */
    synchronized void apply(PathCondition condition) {
        rethrowFailure();
        become(condition);
    }

    private void become(PathCondition condition) {
        long current = ++generation;
        toxics.clear();
        refuse(condition instanceof Refused);
        exact = add(condition);
        if (condition instanceof NoRouteYet cold) {
            // What it throws is kept in this object, and not in the future.
            var unused = timer.schedule(
                    () -> openRoute(current), real(cold.duration()).toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** The path may have become something else while this waited for its turn: then it stays that. */
    private synchronized void openRoute(long scheduled) {
        if (scheduled != generation) {
            return;
        }
        try {
            become(new Healthy());
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void rethrowFailure() {
        if (failure != null) {
            throw new EnvironmentException(
                    "the route on path " + path.name() + " did not open: " + failure.getMessage(), failure);
        }
    }

    private void refuse(boolean now) {
        if (now != refusing) {
            toxics.enable(!now);
            refusing = now;
        }
    }

    private boolean add(PathCondition condition) {
        int roundTrips = RoundTrips.ofConnect(path.database());
        if (new ToxicPlan(timeScale, roundTrips, true)
                .toxics(condition).stream().allMatch(toxics::add)) {
            return true;
        }
        toxics.clear();
        new ToxicPlan(timeScale, roundTrips, false).toxics(condition).forEach(toxics::add);
        return false;
    }

    synchronized boolean exact() {
        return exact;
    }

    private Duration real(Duration simulated) {
        return simulated.dividedBy(timeScale);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "path control");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Leaves the path as it is from now on, and waits for a change that is under way.
     *
     * @throws EnvironmentException when the route did not open when it was due
     */
    @Override
    public synchronized void close() {
        generation++;
        timer.shutdown();
        rethrowFailure();
    }
}
