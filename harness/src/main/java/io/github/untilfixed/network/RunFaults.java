package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.incident.Registry;
import java.util.Set;

/** The faults of a run: the configured one, or those that the open incidents declare. */
final class RunFaults {

    private RunFaults() {}

    static Set<Fault> of(HarnessConfig config) {
        return Registry.load(config).faults(config);
    }
}
