package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.allure.AllureResults;
import io.github.untilfixed.reports.intake.Intake;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs failing set-ups under the real engine and Allure's real adapter: versions of it from 2.35 lose their evidence. */
@DisplayName("What Allure shows of a set-up that fails as expected")
class AllureEvidenceTests {

    private static final String REGISTRY = """
            incidents:
              - id: "evidence"
                title: The database is not reached
                kind: INFRASTRUCTURE
                owner: infrastructure team
                opened: 2025-09-15
                review-by: 2099-01-01
                state: OPEN
                symptoms:
                  timeout:
                    exceptions: [java.lang.IllegalStateException]
                    message: "timed out"
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void keepsTheEvidenceOfASetUpBeforeEachTest() throws IOException {
        assertThat(results(EachTestCases.class)).hasSize(2).allSatisfy(result -> {
            assertThat(result.path("status").asText()).isEqualTo("skipped");
            assertThat(result.path("statusDetails").path("message").asText())
                    .startsWith("FAILED_AS_EXPECTED [evidence]");
            assertThat(result.path("statusDetails").path("known").asBoolean()).isTrue();
            assertThat(result.path("statusDetails").path("trace").asText()).contains("Connection attempt timed out");
            assertThat(result.path("attachments").findValuesAsText("name")).contains("pool");
        });
    }

    @Test
    void hasOneResultForEachTestOfAClassWhoseSetUpFails() throws IOException {
        assertThat(results(ClassTestCases.class))
                .extracting(result -> result.path("name").asText())
                .containsExactlyInAnyOrder("first()", "second()");
    }

    private List<JsonNode> results(Class<?> cases) throws IOException {
        var results = Files.createDirectories(directory.resolve("allure-results"));
        run(cases, results);
        var run = Intake.read(List.of(directory.resolve("journal.jsonl")), 1, Redactor.of(Map.of()));
        AllureResults.rewrite(run, results, Redactor.of(Map.of()));
        var nodes = new ArrayList<JsonNode>();
        try (var files = Files.newDirectoryStream(results, "*-result.json")) {
            for (var file : files) {
                nodes.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return nodes;
    }

    private void run(Class<?> cases, Path results) throws IOException {
        var registry = Files.writeString(directory.resolve("incidents.yaml"), REGISTRY);
        var adapter = new AllureJunitPlatform(new AllureLifecycle(new FileSystemResultsWriter(results)));
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(cases))
                .configurationParameter("untilfixed.enabled", "true")
                .configurationParameter("untilfixed.incidents", registry.toString())
                .configurationParameter("untilfixed.output-directory", directory.toString())
                .build();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(request, adapter);
    }

    private static void connect(boolean answered) {
        if (!answered) {
            throw new IllegalStateException("Connection attempt timed out");
        }
    }

    abstract static class TwoTestCases {

        @Test
        void first() {
            assertThat(Thread.currentThread()).isNotNull();
        }

        @Test
        void second() {
            assertThat(Thread.currentThread()).isNotNull();
        }
    }

    @IntegrationTier
    @FailsUntilFixed("evidence")
    static class EachTestCases extends TwoTestCases {

        @BeforeEach
        void connects(Observations observations) {
            observations.evidence("pool", "text/plain", "20 of 20 in use");
            connect(false);
        }
    }

    @IntegrationTier
    @FailsUntilFixed("evidence")
    static class ClassTestCases extends TwoTestCases {

        @BeforeAll
        static void connects() {
            connect(false);
        }
    }
}
