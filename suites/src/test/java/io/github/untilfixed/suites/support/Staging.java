package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.platform.StartRecord;
import io.github.untilfixed.staging.process.Image;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.settings.ServiceSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** One instance of the staging service that a test has started behind a path, with its start on record. */
public final class Staging implements AutoCloseable {

    private final StagingProcess process;

    private Staging(StagingProcess process) {
        this.process = process;
    }

    /**
     * Starts an instance and waits until it is ready; how each phase went is recorded either way.
     *
     * @throws StartupFailedException when it ends or is not ready in time
     */
    public static Staging ready(VpcPath path, Observations observations)
            throws StartupFailedException, InterruptedException {
        var process = starter(path, "instance-1", "revision-1").get();
        try {
            process.awaitReady(path.scaled(Promises.READY));
            return new Staging(process);
        } catch (StartupFailedException e) {
            observations.evidence("log of the staging service", "text/plain", process.logTail());
            process.close();
            throw e;
        } finally {
            record(1, process.phases(), observations);
        }
    }

    /** Returns what starts an instance behind a path, set up as the run's faults ask for. */
    public static Supplier<StagingProcess> starter(VpcPath path, String instance, String revision) {
        var image = path.faultSettings().packageMissing() ? Image.WITHOUT_MONITORING : Image.COMPLETE;
        return () -> {
            var process = StagingProcess.start(settings(path, instance, revision), image);
            awaitBoot(process);
            path.instanceStarts();
            return process;
        };
    }

    private static void awaitBoot(StagingProcess process) {
        try {
            process.awaitBoot();
        } catch (InterruptedException e) {
            process.close();
            Thread.currentThread().interrupt();
        }
    }

    private static ServiceSettings settings(VpcPath path, String instance, String revision) {
        var database = path.database();
        return new ServiceSettings(
                instance,
                revision,
                "staging",
                path.timeScale(),
                path.seed(),
                UUID.randomUUID().toString(),
                path.faultSettings().validationBypassed(),
                Setup.deployment(path.faults()).database(database.jdbcUrl(), database.user(), database.password()));
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
        attributes.put("outcome", start.ready() ? "ok" : "failed");
        start.untilExit().ifPresent(time -> observations.measured("startup", time, attributes));
        if (start.untilExit().isEmpty()) {
            observations.observed("startup", attributes);
        }
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

    /** Returns the phases that have ended, in order. */
    public List<PhaseTiming> phases() {
        return process.phases();
    }

    /** Returns where the service listens. */
    public URI baseUrl() {
        return process.baseUrl();
    }

    /** Returns the last lines of its log. */
    public String logTail() {
        return process.logTail();
    }

    @Override
    public void close() {
        process.close();
    }
}
