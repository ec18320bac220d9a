package io.github.untilfixed.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;

/**
 * Makes the requests that Jupiter gets out of those that the launcher made. The methods of both types differ between
 * JUnit 5.13, 5.14 and 6, so whatever is not changed here is passed on by name.
 */
final class Requests {

    private Requests() {}

    /** Returns a discovery request with other parameters, another listener and other selectors. */
    static EngineDiscoveryRequest discovery(
            EngineDiscoveryRequest original,
            ConfigurationParameters parameters,
            EngineDiscoveryListener listener,
            List<DiscoverySelector> selectors) {
        return (EngineDiscoveryRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {EngineDiscoveryRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConfigurationParameters" -> parameters;
                    case "getDiscoveryListener" -> listener;
                    case "getSelectorsByType" ->
                        selectors.stream()
                                .filter(((Class<?>) arguments[0])::isInstance)
                                .toList();
                    default -> invoke(original, method, arguments);
                });
    }

    /** Returns an execution request for another root, listener and other parameters. */
    static ExecutionRequest execution(
            ExecutionRequest original,
            TestDescriptor root,
            EngineExecutionListener listener,
            ConfigurationParameters parameters) {
        var factory = Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getName().equals("create"))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow();
        var arguments = Arrays.stream(factory.getParameterTypes())
                .map(type -> {
                    if (type == TestDescriptor.class) {
                        return root;
                    }
                    if (type == EngineExecutionListener.class) {
                        return listener;
                    }
                    return type == ConfigurationParameters.class ? parameters : part(original, type);
                })
                .toArray();
        return (ExecutionRequest) invoke(null, factory, arguments);
    }

    private static Object part(ExecutionRequest original, Class<?> type) {
        var getter = Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ExecutionRequest has no " + type.getName()
                        + "; use the harness with JUnit 5.13, 5.14 or 6.1"));
        return invoke(original, getter, new Object[0]);
    }

    private static Object invoke(@Nullable Object target, Method method, Object @Nullable [] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(method + " failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not accessible", e);
        }
    }
}
