package io.github.untilfixed.benchmark;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** Which engine runs the tests. The rivals run in a launcher that has nothing of the harness in it. */
enum Engine {
    HARNESS,
    PLAIN,
    LEAST;

    Launcher launcher() {
        if (this == HARNESS) {
            return LauncherFactory.create();
        }
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .addTestEngines(this == LEAST ? new Skeleton() : new JupiterTestEngine())
                .build());
    }
}
