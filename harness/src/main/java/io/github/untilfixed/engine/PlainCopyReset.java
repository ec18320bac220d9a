package io.github.untilfixed.engine;

import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Starts each discovery unmuted, so that a run that excludes the harness's engine keeps its tests. */
public final class PlainCopyReset implements LauncherDiscoveryListener {

    /** Created by JUnit. */
    public PlainCopyReset() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        PlainCopy.unmute();
    }
}
