package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessConfig;
import java.lang.reflect.Method;
import java.util.Objects;
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
     * Returns the environment as the test, or the class, of this context sees it. What is opened through it is looked
     * for when the context ends.
     *
     * @throws EnvironmentException when it cannot start, or no provider for the configured one is on the class path
     */
    public static Environment of(ExtensionContext context) {
        var run = context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Run.class, key -> new Run(), Run.class);
        var watch = run.watch(context::getConfigurationParameter);
        // The key has the context's id: a store answers with the values of the contexts around it, too.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> Scope.start(watch, run.environment(), context), Scope.class)
                .watched()
                .scope();
    }

    /** Returns the environment if any test has asked for it. */
    static Optional<Environment> started(ExtensionContext context) {
        return Optional.ofNullable(context.getRoot().getStore(NAMESPACE).get(Run.class, Run.class))
                .map(run -> run.environment);
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
    private record Scope(LeakWatch watch, Watched watched)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        static Scope start(LeakWatch watch, Environment environment, ExtensionContext context) {
            var name = context.getTestMethod()
                    .map(Method::getName)
                    .orElseGet(() ->
                            context.getTestClass().map(Class::getSimpleName).orElse("run"));
            var title = context.getTestClass()
                    .map(type -> type.getSimpleName()
                            + context.getTestMethod()
                                    .map(method -> "." + method.getName() + " (" + context.getDisplayName() + ")")
                                    .orElse(""))
                    .orElseGet(context::getDisplayName);
            return new Scope(watch, watch.start(new TestScope(environment, name), context.getUniqueId(), title));
        }

        @Override
        public void close() {
            watch.end(watched);
        }
    }

    @SuppressWarnings("deprecation")
    private static final class Run implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        private volatile @Nullable Environment environment;
        private @Nullable LeakWatch watch;
        private @Nullable EnvironmentException failure;

        synchronized LeakWatch watch(Function<String, Optional<String>> parameters) {
            if (failure != null) {
                throw new EnvironmentException(String.valueOf(failure.getMessage()), failure);
            }
            if (watch == null) {
                var started = start(HarnessConfig.load(parameters));
                environment = started;
                watch = new LeakWatch(started);
            }
            return watch;
        }

        Environment environment() {
            return Objects.requireNonNull(environment, "asked for before it was started");
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
            var started = environment;
            if (started != null) {
                started.close();
            }
        }
    }
}
