package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environments.EmbeddedProvider;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.staging.settings.ServiceSettings;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Tag("slow")
@DisplayName("The suites against a staging that runs already")
@ResourceLock(value = StagingStartTests.PROCESSES, mode = ResourceAccessMode.READ)
class RemoteStagingTests {

    private static final String E2E = "io.github.untilfixed.suites.e2e.";
    private static final String SEED =
            "classpath:io/github/untilfixed/staging/database/migrations/V1__tables_of_the_service.sql";

    private static Environment staging;

    @TempDir
    private Path output;

    @BeforeAll
    static void startDatabase(@TempDir Path logs) {
        // The password of a remote database never is a parameter, so this one asks for none.
        staging = new EmbeddedProvider()
                .start(HarnessConfig.of(List.of(new Source(
                        "test",
                        Map.of(
                                "untilfixed.postgres.authentication",
                                "trust",
                                "untilfixed.postgres.seed-sql",
                                SEED,
                                "untilfixed.output-directory",
                                logs.toString()),
                        false))));
    }

    @AfterAll
    static void stopDatabase() {
        staging.close();
    }

    @Test
    void validateAFixWithTheApplicationThatRunsThere() throws Exception {
        try (var application = StagingProcess.start(repaired()).awaitReady(Duration.ofSeconds(60))) {
            var journal = run(application.baseUrl());

            assertThat(journal.run().faults())
                    .as("what is seen there is not what the run has put there")
                    .isEmpty();
            assertThat(journal.tests())
                    .extracting(test -> test.methodName() + " " + test.verdict() + ": " + test.explanation())
                    .hasSize(7)
                    .allSatisfy(test -> assertThat(test).contains(" " + Verdict.PASSED + ": "));
            assertThat(journal.observations())
                    .extracting(ObservationRecord::name)
                    .contains("golden-path-step")
                    .contains("vpc-path")
                    .as("no instance was started: the one that runs was used")
                    .doesNotContain("startup-phase")
                    .as("a storm of real connections was measured, and no model of a connector was asked")
                    .contains("connect-time")
                    .doesNotContain("connector-state");
            assertThat(journal.observations())
                    .filteredOn(observation -> observation.name().equals("vpc-path"))
                    .allSatisfy(observation -> assertThat(observation.attributes())
                            .containsEntry("toxiproxy", "embedded")
                            .containsEntry("approximate", "false"));
        }
    }

    private static ServiceSettings repaired() {
        return new ServiceSettings(
                "running",
                "revision-1",
                "staging",
                1,
                1278,
                "x".repeat(32),
                false,
                Deployments.load()
                        .deployment(Deployments.REPAIRED)
                        .database(
                                jdbcUrl(staging.database()), staging.database().user(), ""));
    }

    private static String jdbcUrl(Database database) {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
    }

    private Journal run(URI application) throws IOException {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectClass(E2E + "GoldenPathTests"),
                        selectMethod(
                                E2E + "StartupTests",
                                "tellsItsHealthAndItsMetrics",
                                "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations"),
                        selectMethod(
                                "io.github.untilfixed.suites.integration.ConnectionTests",
                                "keepsWhatItIsGiven",
                                "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations"),
                        selectMethod(
                                "io.github.untilfixed.suites.integration.PoolTests",
                                "findsTheTablesWithinItsWait",
                                "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations"),
                        selectMethod(
                                "io.github.untilfixed.suites.infrastructure.ConnectorTests",
                                "hasHeadroomInTheStartUpStorm",
                                "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations"),
                        selectMethod(
                                "io.github.untilfixed.suites.infrastructure.ConnectorTests",
                                "delaysAConnectionByItsRoundTripsTimesTheLatency",
                                "io.github.untilfixed.network.VpcPath, io.github.untilfixed.Observations"))
                .filters(EngineFilter.includeEngines("untilfixed"))
                .configurationParameter("untilfixed.enabled", "true")
                .configurationParameter("untilfixed.post-fix", "1278")
                .configurationParameter("untilfixed.environment", "remote")
                .configurationParameter("untilfixed.toxiproxy", "embedded")
                .configurationParameter("untilfixed.remote.jdbc-url", jdbcUrl(staging.database()))
                .configurationParameter("untilfixed.remote.base-url", application.toString())
                .configurationParameter(
                        "untilfixed.remote.user", staging.database().user())
                .configurationParameter("untilfixed.remote.allowed-hosts", "127.0.0.1")
                .configurationParameter("untilfixed.output-directory", output.toString())
                .build();
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (var session = LauncherFactory.openSession(config)) {
            session.getLauncher().execute(request);
        }
        return Journal.read(output.resolve("journal.jsonl"));
    }
}
