package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of the suites that get no answer, each for itself, on paths that are silent for different reasons. */
@Tag("slow")
@DisplayName("Silence on a path of the suites")
class SilenceTests {

    private static final String ARGUMENTS = "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations";
    private static final String INTEGRATION = "io.github.untilfixed.suites.integration.";

    @TempDir
    private Path output;

    @Test
    void isTheIncidentsSymptomWhereALongerWaitBringsConnections() throws IOException {
        var journal = run("connector-scaling");

        assertThat(journal.tests()).hasSize(2).allSatisfy(test -> {
            assertThat(test.verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
            assertThat(test.explanation()).contains("incident 1278");
        });
        assertThat(journal.observations())
                .filteredOn(observation -> observation.name().equals("longest-wait"))
                .as("looked into once for both")
                .hasSize(20);
    }

    @Test
    void isNoneOnARouteThatIsCut() throws IOException {
        assertThat(run("route-cut").tests()).hasSize(2).allSatisfy(test -> {
            assertThat(test.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
            assertThat(test.outcome().toString()).contains("no wait helps: none of 20 connections came within 95.0 s");
        });
    }

    @Test
    void isNoneWhereTheFarSideClosesLaterThanTheTestWaits() throws IOException {
        var tests = run("server-close").tests();

        assertThat(tests)
                .hasSize(2)
                .allSatisfy(test -> assertThat(test.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY));
        assertThat(tests)
                .filteredOn(test -> test.className().endsWith("PoolTests"))
                .singleElement()
                .satisfies(test -> assertThat(test.outcome().toString())
                        .contains("there is another failure than silence, after "));
    }

    private Journal run(String fault) throws IOException {
        var directory = output.resolve(fault);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectMethod(INTEGRATION + "ConnectionTests", "keepsWhatItIsGiven", ARGUMENTS),
                        selectMethod(INTEGRATION + "PoolTests", "findsTheTablesWithinItsWait", ARGUMENTS))
                .filters(EngineFilter.includeEngines("untilfixed"))
                .configurationParameter("untilfixed.enabled", "true")
                .configurationParameter("untilfixed.fault", fault)
                .configurationParameter("untilfixed.output-directory", directory.toString())
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (var session = LauncherFactory.openSession(config)) {
            session.getLauncher().execute(request);
        }
        return Journal.read(directory.resolve("journal.jsonl"));
    }
}
