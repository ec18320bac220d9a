package io.github.untilfixed.engine.launcher;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Spares plain Jupiter a search whose result would be thrown away. JUnit has no way to leave an engine out of a request
 * that exists, so this reaches into the request that JUnit's builder makes; where that cannot be done, as in another
 * request or in a named module, plain Jupiter searches and {@link PlainCopyFilter} drops what it finds.
 */
final class PlainDiscovery {

    private static final String REQUEST = "org.junit.platform.launcher.core.DefaultDiscoveryRequest";
    private static final EngineFilter WITHOUT_PLAIN = EngineFilter.excludeEngines(PlainCopy.ENGINE);

    private PlainDiscovery() {}

    /** Leaves plain Jupiter out of a request until {@link #allow}. */
    static void spare(LauncherDiscoveryRequest request) {
        change(request, filters -> Stream.concat(filters.stream(), Stream.of(WITHOUT_PLAIN)));
    }

    /** Takes back what {@link #spare} did, as a request may be used again. */
    static void allow(LauncherDiscoveryRequest request) {
        if (request.getEngineFilters().contains(WITHOUT_PLAIN)) {
            change(request, filters -> filters.stream().filter(filter -> filter != WITHOUT_PLAIN));
        }
    }

    private static void change(
            LauncherDiscoveryRequest request, Function<List<EngineFilter>, Stream<EngineFilter>> change) {
        if (!request.getClass().getName().equals(REQUEST)) {
            return;
        }
        try {
            var field = request.getClass().getDeclaredField("engineFilters");
            if (field.trySetAccessible()) {
                field.set(request, change.apply(request.getEngineFilters()).toList());
            }
        } catch (NoSuchFieldException | IllegalAccessException e) {
            // Another version of JUnit or of Java: plain Jupiter's search costs time and nothing else.
            return;
        }
    }
}
