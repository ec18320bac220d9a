package io.github.untilfixed.engine.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.excludeEngines;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each test is searched for and run once, by the engine that was asked for. */
class PlainDiscoveryTests {

    @TempDir
    Path directory;

    @Test
    void plainJupiterIsNotAskedWhenTheHarnessIs() {
        var run = discover(LauncherConfig.DEFAULT, request(true));

        assertThat(run.asked()).contains("untilfixed").doesNotContain("junit-jupiter");
        assertThat(run.tests()).containsExactly("untilfixed");
    }

    @Test
    void plainJupiterIsAskedWhenTheHarnessIsDisabled() {
        var run = discover(LauncherConfig.DEFAULT, request(false));

        assertThat(run.asked()).contains("junit-jupiter");
        assertThat(run.tests()).containsExactly("junit-jupiter");
    }

    @Test
    void plainJupiterIsAskedWhenARequestLeavesTheHarnessOut() {
        for (var filter : List.of(includeEngines("junit-jupiter"), excludeEngines("untilfixed"))) {
            var run = discover(LauncherConfig.DEFAULT, request(true, filter));

            assertThat(run.tests()).containsExactly("junit-jupiter");
        }
    }

    @Test
    void aRequestCanBeUsedAgainUnderAnotherLauncher() {
        var request = request(true);
        assertThat(discover(LauncherConfig.DEFAULT, request).tests()).containsExactly("untilfixed");
        assertThat(request.getEngineFilters()).isEmpty();

        var onlyJupiter = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        assertThat(discover(onlyJupiter, request).tests()).containsExactly("junit-jupiter");
        assertThat(discover(LauncherConfig.DEFAULT, request).tests()).containsExactly("untilfixed");
    }

    @Test
    void whatPlainJupiterFindsIsDroppedWhereItHadToBeAsked() {
        var withoutListeners = LauncherConfig.builder()
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build();

        var run = discover(withoutListeners, request(true));

        assertThat(run.asked()).contains("untilfixed", "junit-jupiter");
        assertThat(run.tests()).containsExactly("untilfixed");
        PlainCopy.unmute();
    }

    private LauncherDiscoveryRequest request(boolean enabled, EngineFilter... filters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OneTestCases.class))
                .filters(filters)
                .configurationParameter("untilfixed.enabled", Boolean.toString(enabled))
                .configurationParameter("untilfixed.output-directory", directory.toString())
                .build();
    }

    private static Run discover(LauncherConfig config, LauncherDiscoveryRequest request) {
        var asked = new ArrayList<String>();
        var launcher = LauncherFactory.create(config);
        launcher.registerLauncherDiscoveryListeners(new LauncherDiscoveryListener() {
            @Override
            public void engineDiscoveryStarted(UniqueId engineId) {
                asked.add(engineId.getEngineId().orElseThrow());
            }
        });
        var plan = launcher.discover(request);
        var tests = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(test -> test.getUniqueIdObject().getEngineId().orElseThrow())
                .toList();
        return new Run(asked, tests);
    }

    private record Run(List<String> asked, List<String> tests) {}

    static class OneTestCases {

        @Test
        void passes() {}
    }
}
