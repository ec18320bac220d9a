package io.github.untilfixed.suites.support;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.engine.inside.ObservationsExtension;
import io.github.untilfixed.environment.RunEnvironment;
import io.github.untilfixed.network.PathSettings;
import io.github.untilfixed.network.VpcPath;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Looks into the first silence of a run and tells every test that gets no answer what was found. Once, as the longest wait
 * takes its time, and as the condition of a run's path is the same for all its tests; the sweeps measure it again.
 */
final class SilenceExtension implements InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(SilenceExtension.class);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    private static void proceed(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Exception e) {
            throw SilentPathException.isSilence(e) ? new SilentPathException(e, longestWait(context)) : e;
        }
    }

    private static LongestWait longestWait(ExtensionContext context) {
        return context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
                .getOrComputeIfAbsent(LongestWait.class, key -> measure(context), LongestWait.class);
    }

    private static LongestWait measure(ExtensionContext context) {
        try (var path =
                VpcPath.in(RunEnvironment.of(context)).with(onPath(context)).open("silence")) {
            return LongestWait.measure(path, ObservationsExtension.of(context));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LongestWait.unknown(e);
        } catch (Exception e) {
            return LongestWait.unknown(e);
        }
    }

    /** What lies on the server or in the process makes nothing silent, and may be held by the test that asks. */
    private static PathSettings onPath(ExtensionContext context) {
        var run = PathSettings.ofRun(context);
        return new PathSettings(
                run.faults().stream().filter(Fault::onPath).collect(Collectors.toSet()), run.timeScale(), run.seed());
    }
}
