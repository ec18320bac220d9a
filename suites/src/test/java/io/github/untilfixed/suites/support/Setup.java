package io.github.untilfixed.suites.support;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.network.connector.ConnectorProfile;
import io.github.untilfixed.network.connector.Connectors;
import io.github.untilfixed.staging.settings.Deployment;
import io.github.untilfixed.staging.settings.Deployments;
import java.util.Set;

/** How staging is set up in a run: as in the incident, or repaired when nothing is wrong. */
public final class Setup {

    private Setup() {}

    /** Returns the deployment that runs under some faults. */
    public static Deployment deployment(Set<Fault> faults) {
        return Deployments.load().deployment(faults.isEmpty() ? Deployments.REPAIRED : Deployments.SEED_TIME);
    }

    /** Returns the connector that is there under some faults. */
    public static ConnectorProfile connector(Set<Fault> faults) {
        return Connectors.named(faults.isEmpty() ? "repaired" : "staging");
    }
}
