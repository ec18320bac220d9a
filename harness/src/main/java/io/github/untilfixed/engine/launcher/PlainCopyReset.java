package io.github.untilfixed.engine.launcher;

import io.github.untilfixed.config.HarnessConfig;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Starts each discovery unmuted, so that a run that excludes the harness's engine keeps its tests, and spares plain
 * Jupiter the search when the harness's engine does it.
 */
public final class PlainCopyReset implements LauncherDiscoveryListener {

    /** A launcher loads its engines and then, on the same thread, its listeners. */
    private final Optional<TestEngine> harness;

    /** Created by JUnit. */
    public PlainCopyReset() {
        harness = PlainCopy.takeLoaded();
    }

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        PlainCopy.unmute();
        if (harness.filter(engine -> asks(request, engine)).isPresent()
                && HarnessConfig.enabled(request.getConfigurationParameters()::get)) {
            PlainDiscovery.spare(request);
        }
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        PlainDiscovery.allow(request);
    }

    private static boolean asks(LauncherDiscoveryRequest request, TestEngine engine) {
        return request.getEngineFilters().stream()
                .map(filter -> filter.apply(engine))
                .noneMatch(FilterResult::excluded);
    }
}
