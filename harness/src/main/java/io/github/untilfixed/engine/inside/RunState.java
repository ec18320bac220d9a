package io.github.untilfixed.engine.inside;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Registry;
import io.github.untilfixed.verdict.Judge;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.support.store.Namespace;

/**
 * What the engine and its extensions inside of Jupiter share during one run; held in the store of the request.
 *
 * @param config the configuration of the run
 * @param registry the incidents
 * @param expectations what the tests are expected to do
 * @param judge decides
 * @param sightings what the extensions saw
 * @param held what must not run
 * @param afterTheFlip the unique ids of containers whose tests all run only after the flip
 */
public record RunState(
        HarnessConfig config,
        Registry registry,
        Expectations expectations,
        Judge judge,
        Sightings sightings,
        Held held,
        Set<String> afterTheFlip) {

    private static final Object PART = "io.github.untilfixed";

    /** Copies the set. */
    public RunState {
        afterTheFlip = Set.copyOf(afterTheFlip);
    }

    /** Shares it with the extensions that Jupiter makes for that request. */
    public void shareThrough(ExecutionRequest request) {
        request.getStore().put(Namespace.create(PART), RunState.class, this);
    }

    static Optional<RunState> of(ExtensionContext context) {
        @Nullable
        RunState state = context.getStore(StoreScope.EXECUTION_REQUEST, ExtensionContext.Namespace.create(PART))
                .get(RunState.class, RunState.class);
        return Optional.ofNullable(state);
    }
}
