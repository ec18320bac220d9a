package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.environment.RunEnvironment;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.journal.Published;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
        var path = VpcPath.in(RunEnvironment.of(context)).with(settings).open(name);
        context.getStore(NAMESPACE).put(name, path);
        record(path, context);
        return path;
    }

    /** Says what stands for the fault: whether it is the fault itself or what a Toxiproxy without its types can do instead. */
    private static void record(VpcPath path, ExtensionContext context) {
        var clock = HarnessConfig.load(context::getConfigurationParameter).clock();
        var faults = path.faults().stream().map(Fault::id).sorted().collect(Collectors.joining(" "));
        var attributes = Map.of(
                "path", path.name(),
                "faults", faults.isEmpty() ? Fault.NONE.id() : faults,
                "toxiproxy", path.toxiproxy().engine(),
                "approximate", String.valueOf(path.approximate()));
        context.publishReportEntry(Published.entry(
                new ObservationRecord(clock.instant(), null, "vpc-path", Provenance.MEASURED, null, null, attributes)));
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
