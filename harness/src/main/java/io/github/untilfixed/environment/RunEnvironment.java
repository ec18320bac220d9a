package io.github.untilfixed.environment;

import java.lang.reflect.Method;
import java.util.Optional;
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
        var run = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(StartedOnce.class, key -> new StartedOnce(), StartedOnce.class);
        var watch = run.watch(context);
        // The key has the context's id: a store answers with the values of the contexts around it, too.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> Scope.start(watch, context), Scope.class)
                .watched()
                .scope();
    }

    /** Returns the environment if any test has asked for it. */
    static Optional<Environment> started(ExtensionContext context) {
        return Optional.ofNullable(context.getRoot().getStore(NAMESPACE).get(StartedOnce.class, StartedOnce.class))
                .flatMap(StartedOnce::started);
    }

    // Both interfaces, as JUnit closes either only from or up to a certain version.
    @SuppressWarnings("deprecation")
    private record Scope(LeakWatch watch, Watched watched)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        static Scope start(LeakWatch watch, ExtensionContext context) {
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
            return new Scope(watch, watch.start(name, context.getUniqueId(), title));
        }

        @Override
        public void close() {
            watch.end(watched);
        }
    }
}
