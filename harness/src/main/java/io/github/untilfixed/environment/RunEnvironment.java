package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessConfig;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The one environment of a run: started when the first test asks for it, kept in JUnit's root store, closed at the end.
 * A start that failed is not tried again, so that every test reports the same reason at once.
 */
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
                .getOrComputeIfAbsent(Holder.class, key -> new Holder(), Holder.class)
                .get(context::getConfigurationParameter);
    }

    private static EnvironmentProvider provider(String name) {
        var providers = ServiceLoader.load(EnvironmentProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnvironmentException("untilfixed.environment=" + name
                        + " has no provider on the class path; found are "
                        + providers.stream()
                                .map(EnvironmentProvider::name)
                                .sorted()
                                .toList()
                        + "; add the dependency io.github.untilfixed:untilfixed-environments"));
    }

    // Both interfaces, as JUnit closes either only from or up to a certain version.
    @SuppressWarnings("deprecation")
    private static final class Holder implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        private @Nullable Environment environment;
        private @Nullable EnvironmentException failure;

        synchronized Environment get(Function<String, Optional<String>> parameters) {
            if (failure != null) {
                throw new EnvironmentException(String.valueOf(failure.getMessage()), failure);
            }
            if (environment == null) {
                environment = start(HarnessConfig.load(parameters));
            }
            return environment;
        }

        private Environment start(HarnessConfig config) {
            try {
                return provider(config.environment()).start(config);
            } catch (EnvironmentException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public synchronized void close() {
            if (environment != null) {
                environment.close();
            }
        }
    }
}
