package io.github.untilfixed.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.incident.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupTests {

    private static final String REGISTRY = """
            incidents:
              - id: "1277"
                title: another
                kind: code
                owner: somebody
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  any: {message: other}
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  any: {message: boom}
                expectations:
                  - tag: slow
            """;

    private static final String ONE = """
            package demo;

            import io.github.untilfixed.FailsUntilFixed;
            import org.junit.jupiter.api.Test;

            @FailsUntilFixed("1278")
            class OneTests {
                @Test
                void test() {}
            }
            """;

    private static final String TWO = """
            package demo;

            import io.github.untilfixed.FailsUntilFixed;
            import io.github.untilfixed.KnownIssue;
            import org.junit.jupiter.api.Test;

            class TwoTests {
                @Test
                @FailsUntilFixed(
                        value = {"1278", "1277"},
                        symptom = "any")
                void both() {}

                @Test @FailsUntilFixed("1278") void sameLine() {}

                @Test
                @FailsUntilFixed("1277")
                void other() {
                    KnownIssue.of("1278").run(() -> {});
                }
            }
            """;

    @TempDir
    Path directory;

    private Path registry = Path.of("");

    @BeforeEach
    void write() throws Exception {
        registry = Files.writeString(directory.resolve("incidents.yaml"), REGISTRY);
        var sources = Files.createDirectories(directory.resolve("src"));
        Files.writeString(sources.resolve("OneTests.java"), ONE);
        Files.writeString(sources.resolve("TwoTests.java"), TWO);
    }

    @Test
    void listsEachPlaceWithFileAndLine() throws Exception {
        assertThat(cleanup().list())
                .containsExactly(
                        "src/OneTests.java:3: delete the import of FailsUntilFixed",
                        "src/OneTests.java:6: delete @FailsUntilFixed(\"1278\")",
                        "src/TwoTests.java:9: change @FailsUntilFixed( value = {\"1278\", \"1277\"}, symptom = \"any\")"
                                + " to @FailsUntilFixed( value = \"1277\", symptom = \"any\")",
                        "src/TwoTests.java:14: delete @FailsUntilFixed(\"1278\")",
                        "src/TwoTests.java:19: unwrap KnownIssue.of(\"1278\") by hand",
                        "incidents.yaml:10: delete the entry of incident 1278, with its selectors");
    }

    @Test
    void theDiffApplies() throws Exception {
        var diff =
                Files.writeString(directory.resolve("cleanup.diff"), cleanup().diff());
        Assumptions.assumeTrue(run("git", "--version") == 0, "needs git");

        assertThat(run("git", "apply", "--unsafe-paths", "--check", diff.toString()))
                .as(Files.readString(diff))
                .isZero();
        run("git", "apply", "--unsafe-paths", diff.toString());

        assertThat(directory.resolve("src/OneTests.java")).content().doesNotContain("FailsUntilFixed");
        assertThat(directory.resolve("src/TwoTests.java"))
                .content()
                .contains("value = \"1277\"", "@Test  void sameLine()", "@FailsUntilFixed(\"1277\")\n    void other()");
        assertThat(directory.resolve("incidents.yaml"))
                .content()
                .contains("1277")
                .doesNotContain("1278");
    }

    @Test
    void whatIsDeletedEndsBeforeTheNextEntry() throws Exception {
        assertThat(cleanup("1277").diff())
                .contains("-  - id: \"1277\"", "-      any: {message: other}\n   - id: \"1278\"")
                .doesNotContain("-  - id: \"1278\"");
    }

    private Cleanup cleanup() throws Exception {
        return cleanup("1278");
    }

    private Cleanup cleanup(String id) throws Exception {
        var config = HarnessConfig.of(List.of(
                new Source("untilfixed.properties", Map.of("untilfixed.incidents", registry.toString()), true)));
        var incident = Registry.load(config).find(id).orElseThrow();
        return Cleanup.of(incident, registry, List.of(directory.resolve("src")), directory);
    }

    private int run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).as(String.join(" ", command)).doesNotContain("corrupt");
        return process.waitFor();
    }
}
