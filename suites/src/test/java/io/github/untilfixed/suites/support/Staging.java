package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Witness;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.platform.StartRecord;
import io.github.untilfixed.staging.process.Image;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.settings.ServiceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One instance of the staging service: one that a test has started behind a path, or one that runs already. */
public final class Staging implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * Who may load a service's code: as many as there are processors. More at once would be no faster, and would slow the
     * phases of those that have begun, which are measured; their waits overlap all the same.
     */
    private static final Semaphore LOADING = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final URI baseUrl;
    private final Optional<StagingProcess> process;
    private final Witness poolGauges;

    private Staging(URI baseUrl, Optional<StagingProcess> process, VpcPath path) {
        this.baseUrl = baseUrl;
        this.process = process;
        this.poolGauges = path.witness("pool of the staging service", new Application(baseUrl)::poolGauges);
    }

    /**
     * Returns the instance that runs in the environment once it is ready, or starts one behind the path where none
     * runs: for tests of what a running service does.
     *
     * @throws StagingNotReadyException when the running one is not ready in time
     * @throws StartupFailedException when the one that was started ends or is not ready in time
     */
    public static Staging running(VpcPath path, Observations observations)
            throws StagingNotReadyException, StartupFailedException, InterruptedException {
        var application = path.application();
        if (application.isEmpty()) {
            return ready(path, observations);
        }
        new Application(application.get()).awaitReady(Promises.ready(path));
        return new Staging(application.get(), Optional.empty(), path);
    }

    /**
     * Starts an instance and waits until it is ready, for tests of the start; how each phase went is recorded either
     * way. It is started on this machine also where another one runs already, which no test may restart.
     *
     * @throws StartupFailedException when it ends or is not ready in time
     */
    public static Staging ready(VpcPath path, Observations observations)
            throws StartupFailedException, InterruptedException {
        var process = starter(path, "instance-1", "revision-1").get();
        try {
            process.awaitReady(Promises.ready(path));
            return new Staging(process.baseUrl(), Optional.of(process), path);
        } catch (Throwable e) {
            process.close();
            observations.evidence("log of the staging service", "text/plain", process.logTail());
            throw e;
        } finally {
            record(1, process.phases(), observations);
        }
    }

    /** Returns what starts an instance behind a path, set up as the run's faults ask for. */
    public static Supplier<StagingProcess> starter(VpcPath path, String instance, String revision) {
        var image = path.faultSettings().packageMissing() ? Image.WITHOUT_MONITORING : Image.COMPLETE;
        return () -> {
            try {
                LOADING.acquire();
            } catch (InterruptedException e) {
                throw interrupted(instance, e);
            }
            try {
                return loaded(path, StagingProcess.start(settings(path, instance, revision), image));
            } finally {
                LOADING.release();
            }
        };
    }

    private static StagingProcess loaded(VpcPath path, StagingProcess process) {
        try {
            process.awaitBoot();
            path.instanceStarts();
            return process;
        } catch (InterruptedException e) {
            process.close();
            throw interrupted(process.instance(), e);
        } catch (Throwable e) {
            process.close();
            throw e;
        }
    }

    private static IllegalStateException interrupted(String instance, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while " + instance + " started", e);
    }

    /** Returns what starts an instance and tells of it the first time, also when it cannot be started. */
    public static Supplier<StagingProcess> starter(
            VpcPath path, String instance, String revision, CompletableFuture<StagingProcess> started) {
        var starter = starter(path, instance, revision);
        return () -> {
            try {
                var process = starter.get();
                started.complete(process);
                return process;
            } catch (Throwable e) {
                started.completeExceptionally(e);
                throw e;
            }
        };
    }

    /** Returns what starts an instance when the start-up of an earlier one has ended, well or not. */
    public static Supplier<StagingProcess> after(
            CompletableFuture<StagingProcess> earlier, Supplier<StagingProcess> starter) {
        return () -> {
            try {
                earlier.get().awaitEndOfStartup();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while an earlier instance started", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the earlier instance was not started: " + e.getMessage(), e);
            }
            return starter.get();
        };
    }

    private static ServiceSettings settings(VpcPath path, String instance, String revision) {
        var database = path.database();
        var settings = new ServiceSettings(
                instance,
                revision,
                "staging",
                path.timeScale(),
                path.seed(),
                UUID.randomUUID().toString(),
                path.faultSettings().validationBypassed(),
                Setup.deployment(path.faults()).database(database.jdbcUrl(), database.user(), database.password()));
        return path.ownsServer() ? settings : settings.withoutMigrations();
    }

    /**
     * Waits until the pool of an instance that is ready holds as many connections as it always keeps.
     *
     * @param limit in real time
     * @throws AssertionError when it does not within the limit
     */
    public static void awaitPool(StagingProcess process, int connections, Duration limit) throws InterruptedException {
        var application = new Application(process.baseUrl());
        long deadline = System.nanoTime() + limit.toNanos();
        for (int open = application.poolSize(); open < connections; open = application.poolSize()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the pool of " + process.instance() + " holds " + open + " of its "
                        + connections + " connections " + limit.toMillis() + " ms after it was ready");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Puts a start of the platform on record, phase by phase and as a whole. */
    public static void record(StartRecord start, Observations observations) {
        record(start.number(), start.phases(), observations);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("start", String.valueOf(start.number()));
        attributes.put("instance", start.instance());
        attributes.put("revision", start.revision());
        start.exitCode().ifPresent(code -> attributes.put("exit-code", String.valueOf(code)));
        start.phases().stream()
                .filter(phase -> phase.outcome().equals("failed"))
                .forEach(phase -> attributes.put("phase", phase.phase()));
        start.loopPeriod().ifPresent(period -> attributes.put("loop-period-millis", String.valueOf(period.toMillis())));
        attributes.put("outcome", outcome(start));
        start.untilExit().ifPresent(time -> observations.measured("startup", time, attributes));
        if (start.untilExit().isEmpty()) {
            observations.observed("startup", attributes);
        }
    }

    /** One that is under way when its test ends has neither succeeded nor failed. */
    private static String outcome(StartRecord start) {
        if (start.ready()) {
            return "ok";
        }
        boolean ended = start.exitCode().isPresent()
                || start.phases().stream().anyMatch(phase -> phase.outcome().equals("failed"));
        return ended ? "failed" : "undecided";
    }

    private static void record(int number, List<PhaseTiming> phases, Observations observations) {
        for (var phase : phases) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("start", String.valueOf(number));
            attributes.put("phase", phase.phase());
            attributes.put("outcome", phase.outcome());
            phase.configured().ifPresent(wait -> attributes.put("configured-millis", String.valueOf(wait.toMillis())));
            observations.measured("startup-phase", phase.measured(), attributes);
        }
    }

    /** Returns the phases that have ended, in order; none of an instance that this test did not start. */
    public List<PhaseTiming> phases() {
        return process.map(StagingProcess::phases).orElse(List.of());
    }

    /** Returns where the service listens. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Ends the instance if the test has started it. */
    @Override
    public void close() {
        poolGauges.close();
        process.ifPresent(StagingProcess::close);
    }
}
