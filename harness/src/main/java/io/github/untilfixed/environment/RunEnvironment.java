package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessConfig;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The one environment of a run: started when the first test asks for it, kept in JUnit's root store, closed at the end. */
public final class RunEnvironment {

    private static final Namespace NAMESPACE = Namespace.create(RunEnvironment.class);

    private RunEnvironment() {}

    /**
     * Returns the environment of the run that a test belongs to.
     *
     * @throws EnvironmentException when it cannot start, or no provider for the configured one is on the class path
     */
    public static Environment of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Environment.class,
                        key -> start(HarnessConfig.load(context::getConfigurationParameter)),
                        Environment.class);
    }

    private static Environment start(HarnessConfig config) {
        var providers = ServiceLoader.load(EnvironmentProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.name().equals(config.environment()))
                .findFirst()
                .orElseThrow(() -> missing(config.environment(), providers))
                .start(config);
    }

    private static EnvironmentException missing(String name, List<EnvironmentProvider> providers) {
        var known = providers.stream().map(EnvironmentProvider::name).collect(Collectors.joining(", "));
        return new EnvironmentException("untilfixed.environment: no provider for '" + name
                + "' is on the class path; allowed: " + (known.isEmpty() ? "(none is there)" : known)
                + ". Add untilfixed-environments to the test dependencies.");
    }
}
