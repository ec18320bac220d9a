package io.github.untilfixed.environment;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.journal.Published;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The environment of a run, started at most once: a start that failed is not tried again, so that every test reports
 * the same reason at once.
 */
// Both interfaces, as JUnit closes either only from or up to a certain version.
@SuppressWarnings("deprecation")
final class StartedOnce implements ExtensionContext.Store.CloseableResource, RunEnvironment.Held {

    private volatile @Nullable Environment environment;
    private @Nullable LeakWatch watch;
    private @Nullable EnvironmentException failure;

    /** Returns the environment's watch, starting the environment for the first test that asks. */
    synchronized LeakWatch watch(ExtensionContext context) {
        if (failure != null) {
            throw new EnvironmentException(String.valueOf(failure.getMessage()), failure);
        }
        if (watch == null) {
            watch = new LeakWatch(start(context));
        }
        return watch;
    }

    /** Returns the environment unless no test has asked for it, or it did not start. */
    Optional<Environment> started() {
        return Optional.ofNullable(environment);
    }

    private Environment start(ExtensionContext context) {
        var config = HarnessConfig.load(context::getConfigurationParameter);
        var begin = System.nanoTime();
        try {
            var started = provider(config.environment()).start(config);
            environment = started;
            publish(context, config, started, (System.nanoTime() - begin) / 1e6);
            return started;
        } catch (RuntimeException | Error e) {
            failure = e instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException(
                            "untilfixed.environment=" + config.environment() + " cannot start: " + e, e);
            if (e instanceof VirtualMachineError unrecoverable) {
                throw unrecoverable;
            }
            throw failure;
        }
    }

    /** The journal says which parts were taken and why. */
    private static void publish(ExtensionContext context, HarnessConfig config, Environment started, double millis) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("environment", started.name());
        attributes.putAll(toxiproxy(started));
        context.publishReportEntry(Published.entry(new ObservationRecord(
                config.clock().instant(), null, "environment-start", Provenance.MEASURED, millis, "ms", attributes)));
    }

    private static Map<String, String> toxiproxy(Environment started) {
        try {
            var server = started.toxiproxy();
            return Map.of("toxiproxy", server.engine(), "toxiproxy-reason", server.reason());
        } catch (EnvironmentException none) {
            return Map.of("toxiproxy", "none", "toxiproxy-reason", String.valueOf(none.getMessage()));
        }
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

    @Override
    public synchronized void close() {
        var started = environment;
        environment = null;
        if (started != null) {
            started.close();
        }
    }
}
