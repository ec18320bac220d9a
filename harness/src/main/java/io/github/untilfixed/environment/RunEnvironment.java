package io.github.untilfixed.environment;

import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * The one environment of a run: started when the first test asks for it, closed at the end. A start that failed is not
 * tried again, so that every test reports the same reason at once.
 *
 * <p>It is kept in the root store of the engine that runs the tests, unless an engine that runs others one after the
 * other, as the harness's does with the tiers, holds one for all of them.
 */
public final class RunEnvironment {

    private static final Object PART = "io.github.untilfixed.environment";
    private static final Namespace NAMESPACE = Namespace.create(PART);

    /** Whether any test of this JVM has asked: most never do, and to look for what they left would cost each of them. */
    private static volatile boolean asked;

    private RunEnvironment() {}

    /** An environment that is held for all engines of a run; it starts when the first test asks. */
    public interface Held extends AutoCloseable {

        /**
         * Stops the environment if it was started; harmless when called again.
         *
         * @throws RuntimeException when a part could not be stopped or removed
         */
        @Override
        void close();
    }

    /** Holds one environment for everything that is executed with this store, until it is closed. */
    public static Held hold(NamespacedHierarchicalStore<org.junit.platform.engine.support.store.Namespace> store) {
        var held = new StartedOnce();
        store.put(org.junit.platform.engine.support.store.Namespace.create(PART), StartedOnce.class, held);
        return held;
    }

    /**
     * Returns the environment as the test, or the class, of this context sees it. What is opened through it is looked
     * for when the context ends.
     *
     * @throws EnvironmentException when it cannot start, or no provider for the configured one is on the class path
     */
    public static Environment of(ExtensionContext context) {
        asked = true;
        var watch = ofRun(context).watch(context);
        // The key has the context's id: a store answers with the values of the contexts around it, too.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> Scope.start(watch, context), Scope.class)
                .watched()
                .scope();
    }

    /** Watches a test whose class has asked for the environment: what the class keeps, the test may use unasked. */
    static void watchWithItsClass(ExtensionContext context) {
        if (!asked) {
            return;
        }
        for (var around = context.getParent();
                around.isPresent();
                around = around.get().getParent()) {
            if (context.getStore(NAMESPACE).get(around.get().getUniqueId(), Scope.class) != null) {
                of(context);
                return;
            }
        }
    }

    /** Returns the environment as this context sees it, or else as it is, if any test has asked for it. */
    static Optional<Environment> started(ExtensionContext context) {
        if (!asked) {
            return Optional.empty();
        }
        @Nullable Scope scope = context.getStore(NAMESPACE).get(context.getUniqueId(), Scope.class);
        return scope == null
                ? ofRun(context).started()
                : Optional.of(scope.watched().scope());
    }

    private static StartedOnce ofRun(ExtensionContext context) {
        @Nullable
        StartedOnce held =
                context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE).get(StartedOnce.class, StartedOnce.class);
        return held != null
                ? held
                : context.getRoot()
                        .getStore(NAMESPACE)
                        .getOrComputeIfAbsent(StartedOnce.class, key -> new StartedOnce(), StartedOnce.class);
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
