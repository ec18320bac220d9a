package io.github.untilfixed.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCommandTests {

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheSummaryAndOneUpdateForEachIncident() throws IOException {
        assertThat(render(SampleRun.incident())).isZero();

        assertThat(reports()).contains("summary.md", "issue-update-1278.md");
        assertThat(read("issue-update-1278.md"))
                .startsWith("# Incident 1278: Staging cannot reach Cloud SQL")
                .contains("still there: its symptom was seen")
                .contains("Of the 4 tests that name incident 1278, 4 failed as expected.");
        assertThat(out.toString()).contains("GREEN   0 of 5 verdicts are red. 5 tests were planned.");
    }

    @Test
    void endsWithZeroWhenTheVerdictIsRed() throws IOException {
        var run = new SampleRun().mode(Mode.POST_FIX);
        run.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.STILL_BROKEN);

        assertThat(render(run)).isZero();
        assertThat(out.toString()).contains("RED   1 of 1").contains("STILL_BROKEN");
        assertThat(read("issue-update-1278.md")).contains("still broken: the fix is claimed");
    }

    @Test
    void staysShortHoweverManyTestsTheShardsDisagreeOn() throws IOException {
        var first = SampleRun.incident();
        var second = SampleRun.incident().runId("run-2");
        for (int i = 0; i < 2_000; i++) {
            first.test("integration", "DisputedTests", "one" + i + "()", Verdict.FAILED_AS_EXPECTED);
            second.test("integration", "DisputedTests", "one" + i + "()", Verdict.FAILED_DIFFERENTLY);
        }
        assertThat(run(
                        "render",
                        "--output",
                        directory.toString(),
                        "--journal",
                        first.writeTo(directory.resolve("first.jsonl")).toString(),
                        second.writeTo(directory.resolve("second.jsonl")).toString()))
                .isZero();

        assertThat(read("issue-update-1278.md"))
                .hasSizeLessThanOrEqualTo(60_000)
                .contains("more of them are in ctrf.json");
    }

    @Test
    void keepsTheStepSummaryBelowWhatGithubTakesWhateverTheRunIs() throws IOException {
        var run = SampleRun.rich();
        for (int i = 0; i < 2_000; i++) {
            run.test("integration", "語".repeat(150) + i, "語".repeat(150) + i + "()", Verdict.FAILED_DIFFERENTLY);
        }
        assertThat(render(run)).isZero();

        assertThat(Files.size(directory.resolve("step-summary.md")))
                .isLessThan(900_000)
                .isGreaterThan(50_000);
        assertThat(read("issue-update-1278.md")).hasSizeLessThanOrEqualTo(60_000);
        assertThat(read("annotations.txt").lines()).hasSize(10);
    }

    @Test
    void keepsTheListOfWhatIsRedHoweverLongItIs() throws IOException {
        var run = SampleRun.rich();
        for (int i = 0; i < 295; i++) {
            run.test("integration", "ManyTests" + i, "fails" + "x".repeat(100) + "()", Verdict.FAILED_DIFFERENTLY);
        }
        assertThat(render(run)).isZero();

        assertThat(read("summary.md"))
                .contains("## What is red", "ManyTests0 ", "ManyTests294 ")
                .doesNotContain("Left out");
        assertThat(read("issue-update-1278.md"))
                .hasSizeBetween(55_000, 60_000)
                .contains("## Tests of the incident", "ManyTests0 ", " more tests are in the journal.")
                .contains("## Impact", "## Recommendations")
                .doesNotContain("Left out");
    }

    @Test
    void endsWithTwoAndTheReasonWhenThereIsNoJournal() {
        var missing = directory.resolve("journal.jsonl");

        assertThat(run("render", "--journal", missing.toString(), "--output", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(missing.toString()).contains("no journal there");
    }

    @Test
    void endsWithTwoAndTheLineWhenTheJournalIsBroken() throws IOException {
        var journal = SampleRun.incident().writeTo(directory.resolve("journal.jsonl"));
        Files.writeString(journal, Files.readString(journal).replace("\"record\":\"test\"", "\"record\":\"tset\""));

        assertThat(run("render", "--journal", journal.toString(), "--output", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(journal + ":2:").contains("tset");
    }

    @Test
    void endsWithTwoOnWrongUsage() {
        assertThat(run("render", "--journal", "x", "--output", "y", "--jurnal", "z"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--jurnal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "https:///runs/7", "https://me:pw@ci.example/7"})
    void endsWithTwoOnAnAddressThatIsNoneOfAPage(String url) throws IOException {
        var journal = SampleRun.incident().writeTo(directory.resolve("journal.jsonl"));

        assertThat(run("render", "--journal", journal.toString(), "--output", directory.toString(), "--run-url", url))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--run-url: ", "is no address of a page; allowed is http or https")
                .doesNotContain("me:pw");
    }

    @Test
    void saysAtTheTopOfEveryReportThatTheRunWasKilled() throws IOException {
        assertThat(render(SampleRun.incident().planned(9).killed())).isZero();

        for (var report : new String[] {"summary.md", "issue-update-1278.md"}) {
            assertThat(read(report).lines().limit(6))
                    .as(report)
                    .anyMatch(line -> line.contains("did not end by itself"))
                    .anyMatch(line -> line.contains("4 of 9 planned tests have no verdict"));
        }
        assertThat(out.toString()).contains("INCOMPLETE").contains("RED   0 of 5");
        assertThat(read("issue-update-1278.md")).contains("not known: the run is incomplete");
    }

    @Test
    void saysWhatChangedSinceTheRunBeforeAndTheSameAgainWhenItIsRenderedAgain() throws IOException {
        var repaired = SampleRun.repaired().runId("run-2").startedAt(SampleRun.START.plusSeconds(90_000));
        assertThat(render(SampleRun.incident())).isZero();
        assertThat(read("issue-update-1278.md")).contains("No earlier update is on record");

        assertThat(render(repaired)).isZero();
        var once = read("issue-update-1278.md");
        assertThat(once)
                .contains(
                        "Compared with run `run-1`",
                        "**4 failed as expected → passed**",
                        "mode: incident before, post-fix now");
        assertThat(read("report.html")).contains("<title>Trend over runs</title>");

        assertThat(render(repaired)).isZero();
        assertThat(read("issue-update-1278.md")).isEqualTo(once);
        assertThat(read("history.jsonl").lines()).hasSize(2);
    }

    @Test
    void setsABrokenMemoryAsideAndSaysSo() throws IOException {
        assertThat(render(SampleRun.incident())).isZero();
        var line = read("history.jsonl");
        var cut = line.substring(0, line.length() / 2);
        Files.writeString(directory.resolve("history.jsonl"), line + cut);
        Files.writeString(directory.resolve("issue-update-1278.json"), "{\"schema\":");

        assertThat(render(SampleRun.repaired().runId("run-2").startedAt(SampleRun.START.plusSeconds(90))))
                .isZero();
        assertThat(read("history.jsonl").lines()).hasSize(2).first().isEqualTo(line.strip());
        assertThat(read("history.jsonl.broken")).isEqualTo(line + cut);
        assertThat(read("issue-update-1278.json.broken")).isEqualTo("{\"schema\":");
        for (var report : new String[] {"summary.md", "issue-update-1278.md", "report.html"}) {
            assertThat(read(report))
                    .as(report)
                    .contains("history.jsonl is broken: line 2 of it is no line of history")
                    .contains("the file is kept as issue-update-1278.json.broken.");
        }
        assertThat(out.toString()).contains("WARNING      The memory", "GREEN   0 of 5");
    }

    @Test
    void makesOneJournalOfTheShardsOfARunAndKeepsOnRecordWhatIsMissing() throws IOException {
        var unit = SampleRun.incident().tier("unit").writeTo(directory.resolve("unit.jsonl"));
        var integration =
                SampleRun.incident().runId("run-2").tier("integration").writeTo(directory.resolve("integration.jsonl"));
        var all = directory.resolve("all.jsonl");

        assertThat(run(
                        "merge",
                        "--output",
                        all.toString(),
                        "--expect-shards",
                        "4",
                        unit.toString(),
                        integration.toString()))
                .isZero();
        assertThat(run("render", "--journal", all.toString(), "--output", directory.toString()))
                .isZero();
        assertThat(read("summary.md")).contains("2 of 4 shards are here", "No shard covers tier infrastructure");
    }

    @Test
    void keepsOnRecordWhatIsMissingFromShardsOfWhichOneWasKilled() throws IOException {
        var unit = SampleRun.incident().tier("unit").writeTo(directory.resolve("unit.jsonl"));
        var killed = SampleRun.incident()
                .runId("run-2")
                .tier("integration")
                .killed()
                .writeTo(directory.resolve("killed.jsonl"));
        var all = directory.resolve("all.jsonl");
        run("merge", "--output", all.toString(), "--expect-shards", "4", unit.toString(), killed.toString());
        run("render", "--journal", all.toString(), "--output", directory.toString());

        assertThat(read("summary.md"))
                .contains("Problem of the run: 2 of 4 shards are here", "No shard covers tier infrastructure")
                .contains("Problem of the run: Shard tier integration, java 17: The run did not end by itself");
        assertThat(out.toString()).contains("INCOMPLETE   The run did not end by itself");
    }

    private int render(SampleRun sample) throws IOException {
        var journal = sample.writeTo(directory.resolve("journal.jsonl"));
        return run("render", "--journal", journal.toString(), "--output", directory.toString());
    }

    private int run(String... arguments) {
        return ReportsCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private java.util.List<String> reports() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
