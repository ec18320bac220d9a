package io.github.untilfixed.reports.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.cli.CommandLines;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that got as far as the journal must be in no report that is made of it. */
class PlantedSecretTests {

    private static final String SECRET = "hunter2-Xy7";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void areInNoReport() throws IOException {
        var output = directory.resolve("output");
        var journal = journal();

        assertThat(CommandLines.run(
                        "render",
                        "--journal",
                        journal.toString(),
                        "--output",
                        output.toString(),
                        "--allure-results",
                        directory.resolve("allure").toString(),
                        "--allure3-results",
                        directory.resolve("allure3").toString()))
                .as(CommandLines::errors)
                .isZero();

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.equals(journal)))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(SECRET, "er2-Xy7"));
        }
        assertThat(output.resolve("issue-update-1278.md"))
                .content()
                .containsPattern("Secrets taken out of the texts of this run: [1-9]");
    }

    @Test
    void failTheScanWhenAFileHoldsThem() throws IOException {
        var file = Files.writeString(directory.resolve("build.log"), "one\ntwo\npassword=" + SECRET + "\n");

        assertThat(CommandLines.run("scan", directory.toString())).isEqualTo(1);
        assertThat(CommandLines.errors())
                .contains(file + ":3: a secret of kind 'password'")
                .doesNotContain(SECRET);
    }

    @Test
    void failTheRenderingWhenSomebodyElseLeftThemInTheOutput() throws IOException {
        var output = Files.createDirectories(directory.resolve("output"));
        Files.writeString(output.resolve("environment.txt"), "TOKEN=ghp_abcdefghijklmnopqrstuvwxyz0123456789");
        var journal = SampleRun.rich().writeTo(directory.resolve("journal.jsonl"));

        assertThat(CommandLines.run("render", "--journal", journal.toString(), "--output", output.toString()))
                .isEqualTo(1);
        assertThat(CommandLines.errors()).contains("environment.txt:1: a secret");
    }

    @Test
    void areTakenOutOfTheXmlOfTheBuildTool() throws IOException {
        var xml = Files.writeString(
                directory.resolve("TEST-a.xml"),
                "<testsuite><properties><property name=\"db.password\" value=\"" + SECRET + "\"/></properties>"
                        + "<testcase><error>jdbc:postgresql://app:" + SECRET
                        + "@db/app</error></testcase></testsuite>");

        assertThat(CommandLines.run("scan", "--redact", directory.toString())).isZero();
        assertThat(xml)
                .content()
                .doesNotContain(SECRET)
                .contains("***(password,11)")
                .contains("<testcase><error>");
    }

    private Path journal() throws IOException {
        var run = SampleRun.rich()
                .narrative(Map.of("commands", List.of("curl -H 'Authorization: Bearer " + SECRET + "'")));
        var text = "cannot log in with password=" + SECRET + " at postgresql://app:" + SECRET + "@db.internal/app";
        var hidden = "pass\u200Bword: hunt\u001B[1mer2-Xy7";
        var test = run.record("integration", "T", "m(token=" + SECRET + ")", Verdict.FAILED_DIFFERENTLY, text + hidden);
        run.test(SampleRun.with(
                test,
                List.of(
                        new EvidenceEntry(
                                "environment", "text/plain", "DB_PASSWORD=" + SECRET + "\nCookie: sid=" + SECRET),
                        new EvidenceEntry("request", "application/json", "{\"client_secret\":\"" + SECRET + "\"}"))));
        run.observation("connect-time", 1.0, "ms", Map.of("path", "secret: " + SECRET, "api-key", SECRET));
        return run.writeTo(directory.resolve("journal.jsonl"));
    }
}
