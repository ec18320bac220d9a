package io.github.untilfixed.suites.support;

import io.github.untilfixed.staging.settings.DatabaseWaits;
import io.github.untilfixed.staging.settings.Deployments;
import java.time.Duration;

/** What staging promises and what it is configured to wait for, all in simulated time. */
public final class Limits {

    /** The waits of the staging service on the evening of the incident: init 75, table 25, connect 35, pool 45, health 20 s. */
    public static final DatabaseWaits WAITS =
            Deployments.load().deployment(Deployments.SEED_TIME).waits();

    /** How long a start may take until the service is ready. */
    public static final Duration READY = Duration.ofMinutes(2);

    private Limits() {}
}
