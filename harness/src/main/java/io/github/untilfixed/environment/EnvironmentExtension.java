package io.github.untilfixed.environment;

import io.github.untilfixed.journal.Published;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.redaction.Redactor;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Resolves parameters of the types {@link Environment}, {@link Database} and {@link DatabasePath}, and attaches the
 * environment's state to a failure at the moment it happens.
 */
public final class EnvironmentExtension
        implements ParameterResolver,
                BeforeEachCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(EnvironmentExtension.class);
    private static final Redactor REDACTOR = Redactor.of(System.getenv());
    private static final AtomicInteger PATHS = new AtomicInteger();

    /** Created by Jupiter. */
    public EnvironmentExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        RunEnvironment.watchWithItsClass(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Environment.class || type == Database.class || type == DatabasePath.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        var environment = RunEnvironment.of(context);
        if (type == Environment.class) {
            return environment;
        }
        return type == Database.class ? environment.database() : path(environment, context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        attachEvidence(context, failure);
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        attachEvidence(context, failure);
        throw failure;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        attachEvidence(context, failure);
        throw failure;
    }

    /** Evidence that cannot be had is itself worth knowing and must not replace the failure. */
    private static void attachEvidence(ExtensionContext context, Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        RunEnvironment.started(context).ifPresent(environment -> {
            try {
                environment.evidence().forEach((name, text) -> attach(context, name, text));
            } catch (RuntimeException e) {
                attach(context, "environment", "the environment's state cannot be had: " + e);
            }
        });
    }

    private static void attach(ExtensionContext context, String name, String text) {
        var redacted = REDACTOR.text(text);
        context.publishReportEntry(Published.entry(new TestRecord.EvidenceEntry(name, "text/plain", redacted)));
    }

    /** The path is kept by the context that asks first: a test's own one is not that of its class. */
    private static DatabasePath path(Environment environment, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> new TestPath(environment.openPath(name(context))), TestPath.class)
                .path();
    }

    private static String name(ExtensionContext context) {
        var origin = context.getTestMethod()
                .map(Method::getName)
                .orElseGet(() -> context.getRequiredTestClass().getSimpleName());
        var clean = origin.replaceAll("[^A-Za-z0-9_-]", "_");
        return clean.substring(0, Math.min(clean.length(), 60)) + "-" + PATHS.incrementAndGet();
    }

    // Both interfaces, as JUnit closes either only from or up to a certain version.
    @SuppressWarnings("deprecation")
    private record TestPath(DatabasePath path) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            path.close();
        }
    }
}
