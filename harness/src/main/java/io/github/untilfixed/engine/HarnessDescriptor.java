package io.github.untilfixed.engine;

import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of the harness's engine; without a plan when the harness is disabled. */
final class HarnessDescriptor extends EngineDescriptor {

    private final Optional<Plan> plan;

    HarnessDescriptor(UniqueId id, Optional<Plan> plan) {
        super(id, "UntilFixed");
        this.plan = plan;
    }

    Optional<Plan> plan() {
        return plan;
    }

    /** Keeps the launcher from dropping an engine that has problems to show but no test to run. */
    @Override
    public boolean mayRegisterTests() {
        return plan.filter(each -> !each.problems().isEmpty()).isPresent();
    }
}
