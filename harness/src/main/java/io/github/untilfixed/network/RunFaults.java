package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import java.util.Set;

/** The faults of a run. */
final class RunFaults {

    private RunFaults() {}

    static Set<Fault> of(HarnessConfig config) {
        var fault = config.fault().orElse(Fault.CONNECTOR_SCALING);
        return fault == Fault.NONE ? Set.of() : Set.of(fault);
    }
}
