package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayName("The deployment that tests of settings are about")
class DeclaredDeploymentTests {

    private static final Map<String, String> REMOTE = Map.of(
            "untilfixed.environment", "remote",
            "untilfixed.toxiproxy", "embedded",
            "untilfixed.remote.jdbc-url", "jdbc:postgresql://127.0.0.1:1/none",
            "untilfixed.remote.base-url", "http://127.0.0.1:1",
            "untilfixed.remote.user", "nobody",
            "untilfixed.remote.allowed-hosts", "127.0.0.1");

    @TempDir
    private Path output;

    @Test
    void isTheRepairedOneInASimulationWithoutAFault() throws IOException {
        assertThat(verdict(Map.of("untilfixed.fault", "none"))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void isThatOfTheIncidentInARealStagingWhoseSettingsNobodyReads() throws IOException {
        assertThat(verdict(REMOTE)).isEqualTo(Verdict.STILL_BROKEN);
    }

    @Test
    void isTheOneThatSomebodyDeclares() throws IOException {
        var declared = new TreeMap<>(REMOTE);
        declared.put("staging.deployment", "repaired");

        assertThat(verdict(declared)).isEqualTo(Verdict.PASSED);
    }

    private Verdict verdict(Map<String, String> parameters) throws IOException {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(
                        "io.github.untilfixed.suites.unit.DatabaseBudgetTests",
                        "fitsTheWholeFleetAtFullOverflowIntoTheServer",
                        "io.github.untilfixed.staging.settings.Deployment"))
                .filters(EngineFilter.includeEngines("untilfixed"))
                .configurationParameter("untilfixed.enabled", "true")
                .configurationParameter("untilfixed.post-fix", "1278-pool-budget")
                .configurationParameter("untilfixed.output-directory", output.toString())
                .configurationParameters(parameters)
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (var session = LauncherFactory.openSession(config)) {
            session.getLauncher().execute(request);
        }
        return Journal.read(output.resolve("journal.jsonl")).tests().stream()
                .filter(test -> "fitsTheWholeFleetAtFullOverflowIntoTheServer".equals(test.methodName()))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
