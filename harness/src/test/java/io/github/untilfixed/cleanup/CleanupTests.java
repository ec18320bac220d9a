package io.github.untilfixed.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.incident.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
        apply(cleanup());

        assertThat(directory.resolve("src/OneTests.java")).content().doesNotContain("FailsUntilFixed");
        assertThat(directory.resolve("src/TwoTests.java"))
                .content()
                .contains("value = \"1277\"", "@Test void sameLine()", "@FailsUntilFixed(\"1277\")\n    void other()");
        assertThat(directory.resolve("incidents.yaml"))
                .content()
                .contains("1277")
                .doesNotContain("1278");
    }

    @Test
    void theDiffHasTheDigitsThatGitReads() throws Exception {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(cleanup().diff()).contains("@@ -1,");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsDeletedEndsBeforeTheNextEntry() throws Exception {
        assertThat(cleanup("1277").diff())
                .contains("-  - id: \"1277\"", "-      any: {message: other}\n   - id: \"1278\"")
                .doesNotContain("-  - id: \"1278\"");
    }

    private Cleanup cleanup() throws Exception {
        return cleanup(new String[] {"1278"});
    }

    private Cleanup cleanup(String... ids) throws Exception {
        var config = HarnessConfig.of(List.of(
                new Source("untilfixed.properties", Map.of("untilfixed.incidents", registry.toString()), true)));
        var registered = Registry.load(config);
        var incidents =
                Stream.of(ids).map(id -> registered.find(id).orElseThrow()).toList();
        return Cleanup.of(incidents, registry, List.of(directory.resolve("src")), directory);
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

    @Test
    void whatIsNoCodeStaysAndWhatBelongsToItGoes() throws Exception {
        var source = """
                package demo;

                import io.github.untilfixed.FailsUntilFixed;
                import io.github.untilfixed.OnlyInvocations;

                /** Like {@code @FailsUntilFixed("1278")}. */
                class ThreeTests {
                    // @FailsUntilFixed("1278")
                    static final String TEXT = "@FailsUntilFixed(\\"1278\\")";
                    static final char QUOTE = '"';

                    @FailsUntilFixed("1278") void a() {} @FailsUntilFixed("1278") void b() {}

                    @OnlyInvocations(displayName = "a)b")
                    @Deprecated
                    @FailsUntilFixed("1278")
                    void limited(int number) {}

                    @FailsUntilFixed(symptom = "1278", value = {"1278", "1277"}) void named() {}

                    @FailsUntilFixed(INCIDENT)
                    void constant() {}
                }
                """;
        Files.writeString(directory.resolve("src/ThreeTests.java"), source);

        assertThat(cleanup().list())
                .filteredOn(line -> line.startsWith("src/ThreeTests"))
                .containsExactly(
                        "src/ThreeTests.java:4: delete the import of OnlyInvocations",
                        "src/ThreeTests.java:12: delete @FailsUntilFixed(\"1278\")",
                        "src/ThreeTests.java:12: delete @FailsUntilFixed(\"1278\")",
                        "src/ThreeTests.java:14: delete @OnlyInvocations(displayName = \"a)b\")",
                        "src/ThreeTests.java:16: delete @FailsUntilFixed(\"1278\")",
                        "src/ThreeTests.java:19: change @FailsUntilFixed(symptom = \"1278\", value = {\"1278\", \"1277\"})"
                                + " to @FailsUntilFixed(symptom = \"1278\", value = \"1277\")",
                        "src/ThreeTests.java:21: look at @FailsUntilFixed(INCIDENT): it names a constant, and is to go by"
                                + " hand if that is \"1278\"");
        assertThat(applied("src/ThreeTests.java"))
                .isEqualTo(source.replace("import io.github.untilfixed.OnlyInvocations;\n", "")
                        .replace(
                                "    @FailsUntilFixed(\"1278\") void a() {} @FailsUntilFixed(\"1278\") void b",
                                "    void a() {} void b")
                        .replace("    @OnlyInvocations(displayName = \"a)b\")\n", "")
                        .replace("    @Deprecated\n    @FailsUntilFixed(\"1278\")\n", "    @Deprecated\n")
                        .replace("{\"1278\", \"1277\"}) void named", "\"1277\") void named"));
    }

    @Test
    void whatAConstantMayNameIsLeftToAPerson() throws Exception {
        Files.writeString(directory.resolve("src/FourTests.java"), """
                package demo;

                import io.github.untilfixed.FailsUntilFixed;

                class FourTests {
                    @FailsUntilFixed({"1278", QUOTA})
                    void both() {
                        KnownIssue.of(QUOTA).run(() -> {});
                    }

                    @FailsUntilFixed("1278")
                    void alone() {}
                }
                """);

        assertThat(cleanup().list())
                .filteredOn(line -> line.startsWith("src/FourTests"))
                .containsExactly(
                        "src/FourTests.java:11: delete @FailsUntilFixed(\"1278\")",
                        "src/FourTests.java:6: look at @FailsUntilFixed({\"1278\", QUOTA}): it names a constant, and is to"
                                + " go by hand if that is \"1278\"",
                        "src/FourTests.java:8: look at KnownIssue.of(QUOTA): it names a constant, and is to be unwrapped"
                                + " by hand if that is fixed");
    }

    @Test
    void anImportThatIsNeededStays() throws Exception {
        Files.writeString(directory.resolve("src/OneTests.java"), ONE.replace("void test() {}", """
                        void test() {
                                assertThat(getClass()).hasAnnotation(FailsUntilFixed.class);
                            }"""));

        assertThat(applied("src/OneTests.java"))
                .contains("import io.github.untilfixed.FailsUntilFixed;")
                .doesNotContain("@FailsUntilFixed");
    }

    @Test
    void theDiffOfSeveralIncidentsTakesWhatTheyShare() throws Exception {
        apply(cleanup("1277", "1278"));

        assertThat(directory.resolve("src/TwoTests.java"))
                .content()
                .contains("    @Test\n    void both() {}", "    @Test\n    void other() {")
                .doesNotContain("FailsUntilFixed");
        assertThat(registry).hasContent("incidents:");
    }

    @Test
    void theDiffAppliesToFilesOfOtherSystemsAndToThoseWithoutALastLineBreak() throws Exception {
        Files.writeString(directory.resolve("src/OneTests.java"), ONE.replace("\n", "\r\n"));
        Files.writeString(registry, REGISTRY.stripTrailing());

        assertThat(applied("src/OneTests.java"))
                .isEqualTo(ONE.replace("import io.github.untilfixed.FailsUntilFixed;\n", "")
                        .replace("@FailsUntilFixed(\"1278\")\n", "")
                        .replace("\n", "\r\n"));
        assertThat(registry).content().contains("1277").doesNotContain("1278");
    }

    @Test
    void anEntryThatSharesItsLinesIsLeftToAPerson() throws Exception {
        Files.writeString(
                registry,
                "incidents: [{id: \"1278\", title: t, kind: code, owner: o, opened: 2025-09-15,"
                        + " review-by: 2099-12-31, symptoms: {any: {message: boom}}}]\n");

        assertThat(cleanup().list())
                .last()
                .asString()
                .startsWith("incidents.yaml:1: delete the entry of incident 1278")
                .endsWith("by hand: it shares its lines with others");
        assertThat(cleanup().diff()).doesNotContain("incidents.yaml");
    }

    /** Returns the content of a file after the diff was applied. */
    private String applied(String file) throws Exception {
        apply(cleanup());
        return Files.readString(directory.resolve(file));
    }

    private void apply(Cleanup cleanup) throws Exception {
        var diff = Files.writeString(directory.resolve("cleanup.diff"), cleanup.diff());
        Assumptions.assumeTrue(run("git", "--version") == 0, "needs git");

        assertThat(run("git", "apply", "--unsafe-paths", diff.toString()))
                .as(Files.readString(diff))
                .isZero();
    }
}
