package io.github.untilfixed.network;

import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Refused;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts conditions on a path; thread-safe. */
final class PathControl implements AutoCloseable {

    private final DatabasePath path;
    private final int timeScale;
    private final ToxicControl toxics;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PathControl::thread);
    private @Nullable ScheduledFuture<?> routeOpens;
    private boolean exact = true;
    private boolean refusing;

    PathControl(DatabasePath path, int timeScale) {
        this.path = path;
        this.timeScale = timeScale;
        this.toxics = new ToxicControl(path);
    }

    /** Replaces what is on the path; nothing is called when there is nothing to change. */
    synchronized void apply(PathCondition condition) {
        if (routeOpens != null) {
            routeOpens.cancel(false);
            routeOpens = null;
        }
        toxics.clear();
        refuse(condition instanceof Refused);
        exact = add(condition);
        if (condition instanceof NoRouteYet cold) {
            routeOpens = timer.schedule(
                    () -> apply(new Healthy()), real(cold.duration()).toNanos(), TimeUnit.NANOSECONDS);
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

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
