package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessConfig;

/** Starts one kind of environment; found by {@link java.util.ServiceLoader}. */
public interface EnvironmentProvider {

    /** Returns the value of {@code untilfixed.environment} that asks for this provider. */
    String name();

    /**
     * Starts the environment, or fails with everything already started stopped again.
     *
     * @throws EnvironmentException when a part cannot start; its message has the reason and the path of the part's log
     */
    Environment start(HarnessConfig config);
}
