package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.staging.settings.ServiceSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** One instance of the staging service that a test has started, with its start on record. */
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
    public static Staging ready(Database database, int timeScale, Observations observations)
            throws StartupFailedException, InterruptedException {
        var process = StagingProcess.start(settings(database, timeScale));
        try {
            process.awaitReady(Limits.READY.dividedBy(timeScale));
            return new Staging(process);
        } catch (StartupFailedException e) {
            observations.evidence("log of the staging service", "text/plain", process.logTail());
            process.close();
            throw e;
        } finally {
            process.phases().forEach(phase -> record(phase, observations));
        }
    }

    private static ServiceSettings settings(Database database, int timeScale) {
        return new ServiceSettings(
                "instance-1",
                "revision-1",
                "staging",
                timeScale,
                1278,
                UUID.randomUUID().toString(),
                false,
                Deployments.load()
                        .deployment(Deployments.SEED_TIME)
                        .database(database.jdbcUrl(), database.user(), database.password()));
    }

    private static void record(PhaseTiming phase, Observations observations) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("start", "1");
        attributes.put("phase", phase.phase());
        attributes.put("outcome", phase.outcome());
        phase.configured().ifPresent(wait -> attributes.put("configured-millis", String.valueOf(wait.toMillis())));
        observations.measured("startup-phase", phase.measured(), attributes);
    }

    /** Returns the names of the phases that have ended, in order. */
    public List<String> phases() {
        return process.phases().stream().map(PhaseTiming::phase).toList();
    }

    /** Returns where the service listens. */
    public URI baseUrl() {
        return process.baseUrl();
    }

    @Override
    public void close() {
        process.close();
    }
}
