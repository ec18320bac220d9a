package io.github.untilfixed.engine;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Spares plain Jupiter a search whose result would be thrown away. JUnit has no way to leave an engine out of a request
 * that exists, so this reaches into the request that JUnit's builder makes; where that cannot be done, as in another
 * request or in a named module, plain Jupiter searches and {@link PlainCopyFilter} drops what it finds.
 */
final class PlainDiscovery {

    private static final String REQUEST = "org.junit.platform.launcher.core.DefaultDiscoveryRequest";
    private static final EngineFilter WITHOUT_PLAIN = EngineFilter.excludeEngines(JupiterEngine.ID);

    private PlainDiscovery() {}

    /** Leaves plain Jupiter out of a request until {@link #allow}; returns whether that could be done. */
    static boolean spare(LauncherDiscoveryRequest request) {
        return filters(request).filter(filters -> filters.add(WITHOUT_PLAIN)).isPresent();
    }

    /** Takes back what {@link #spare} did, as a request may be used again. */
    static void allow(LauncherDiscoveryRequest request) {
        filters(request).ifPresent(filters -> filters.remove(WITHOUT_PLAIN));
    }

    @SuppressWarnings("unchecked")
    private static Optional<List<EngineFilter>> filters(LauncherDiscoveryRequest request) {
        if (!request.getClass().getName().equals(REQUEST)) {
            return Optional.empty();
        }
        try {
            Field field = request.getClass().getDeclaredField("engineFilters");
            return field.trySetAccessible() && field.get(request) instanceof List<?> filters
                    ? Optional.of((List<EngineFilter>) filters)
                    : Optional.empty();
        } catch (NoSuchFieldException | IllegalAccessException e) {
            // Another version of JUnit: its second search costs time and nothing else.
            return Optional.empty();
        }
    }
}
