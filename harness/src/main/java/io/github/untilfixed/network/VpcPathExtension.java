package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.environment.RunEnvironment;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Opens a path for each parameter of type {@link VpcPath}, which JUnit's store closes when the test ends; a parameter of
 * type {@link PathSettings} is told with what it would be opened, for tests that need no environment.
 */
final class VpcPathExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(VpcPathExtension.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == VpcPath.class || type == PathSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var config = HarnessConfig.load(context::getConfigurationParameter);
        var settings = new PathSettings(faults(parameter, context, config), config.timeScale(), config.seed());
        return parameter.getParameter().getType() == PathSettings.class ? settings : open(settings, context);
    }

    private static VpcPath open(PathSettings settings, ExtensionContext context) {
        var name = "vpc-" + NUMBER.incrementAndGet();
        var environment = RunEnvironment.of(context);
        var path = VpcPath.through(environment.openPath(name), environment, settings);
        context.getStore(NAMESPACE).put(name, path);
        return path;
    }

    private static Set<Fault> faults(ParameterContext parameter, ExtensionContext context, HarnessConfig config) {
        var id = parameter
                .findAnnotation(ThroughVpc.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getElement(), ThroughVpc.class))
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), ThroughVpc.class))
                .map(ThroughVpc::value)
                .orElse("");
        return id.isEmpty() ? RunFaults.of(config) : Set.of(fault(id));
    }

    private static Fault fault(String id) {
        return Fault.of(id)
                .orElseThrow(() -> new ParameterResolutionException(
                        "@ThroughVpc(\"" + id + "\"): no such fault; allowed: " + String.join(", ", Fault.ids())));
    }
}
