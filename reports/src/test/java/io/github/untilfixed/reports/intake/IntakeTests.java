package io.github.untilfixed.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTests {

    private static final String[] TIERS = {"unit", "integration", "e2e-staging", "infrastructure"};

    @TempDir
    private Path directory = Path.of("");

    private final List<Path> journals = new ArrayList<>();

    @Test
    void unitesTheTiersOfACiMatrix() throws IOException {
        for (var tier : TIERS) {
            shard(run(tier, "17.0.15", Verdict.PASSED));
        }
        var run = read(4);

        assertThat(run.alarms()).isEmpty();
        assertThat(run.tests()).hasSize(4);
        assertThat(run.run().tier()).isEqualTo("all");
        assertThat(run.run().planned()).isEqualTo(4);
        assertThat(run.end()).isPresent();
    }

    @Test
    void saysWhichTierHasNoShard() throws IOException {
        shard(run("unit", "17.0.15", Verdict.PASSED));
        shard(run("integration", "17.0.15", Verdict.PASSED));

        assertThat(read(4).alarms())
                .contains(
                        "No shard covers tier e2e-staging on java 17.",
                        "No shard covers tier infrastructure on java 17.")
                .anyMatch(alarm -> alarm.startsWith("2 of 4 shards are here"));
    }

    @Test
    void countsATestOnTwoJdksTwiceAndSaysWhichIsWhich() throws IOException {
        for (var tier : TIERS) {
            shard(run(tier, "17.0.15", Verdict.PASSED));
            shard(run(tier, "25.0.1", tier.equals("unit") ? Verdict.FAILED : Verdict.PASSED));
        }
        var run = read(8);

        assertThat(run.alarms()).isEmpty();
        assertThat(run.tests()).hasSize(8);
        assertThat(run.tests())
                .filteredOn(test -> test.verdict() == Verdict.FAILED)
                .singleElement()
                .satisfies(test -> assertThat(test.displayName()).endsWith("(java 25)"));
        assertThat(run.run().platform()).containsEntry("java", "17.0.15 | 25.0.1");
    }

    @Test
    void readsTheJournalsOfFurtherExecutionsInTheSameJvm() throws IOException {
        run("all", "17.0.15", Verdict.PASSED).writeTo(directory.resolve("journal.jsonl"));
        var second = run("all", "17.0.15", Verdict.FAILED).runId("second");
        second.test("unit", "OtherTests", "fails()", Verdict.FAILED);
        second.writeTo(directory.resolve("journal-2.jsonl"));
        Files.writeString(directory.resolve("journal-old.jsonl"), "not one of them");

        var run = Intake.read(List.of(directory.resolve("journal.jsonl")), 1, Redactor.of(Map.of()));

        assertThat(run.tests()).hasSize(2);
        assertThat(run.alarms()).singleElement().asString().startsWith("Conflict: ");
    }

    @Test
    void plansATestThatRanAgainOnce() throws IOException {
        var first = SampleRun.incident().planned(6);
        first.test("unit", "T", "each(int)]/[test-template-invocation:#1", Verdict.PASSED);
        first.test("unit", "T", "each(int)]/[test-template-invocation:#2", Verdict.FAILED);
        var again = new SampleRun().runId("again").planned(2);
        again.test("integration", "PoolTests", "opensTwentyConnections()", Verdict.FAILED_AS_EXPECTED);
        again.test("unit", "T", "each(int)]/[test-template-invocation:#2", Verdict.FAILED);
        shard(first);
        shard(again);

        assertThat(read(2).run().planned()).isEqualTo(6);
        assertThat(read(2).tests()).hasSize(7);
    }

    @Test
    void plansATestOnTwoJdksTwice() throws IOException {
        shard(run("all", "17.0.15", Verdict.PASSED));
        shard(run("all", "25.0.1", Verdict.PASSED));

        assertThat(read(2).run().planned()).isEqualTo(2);
    }

    @Test
    void statesAConflictAndShowsTheWorseOfTwoVerdicts() throws IOException {
        shard(run("all", "17.0.15", Verdict.PASSED));
        shard(run("all", "17.0.15", Verdict.FAILED));
        var run = read(2);

        assertThat(run.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.verdict()).isEqualTo(Verdict.FAILED));
        assertThat(run.alarms())
                .anyMatch(alarm -> alarm.startsWith("Conflict: ") && alarm.contains("PASSED in one shard"));
    }

    @Test
    void callsNothingFixedThatOneShardSawFail() throws IOException {
        shard(new SampleRun()
                .fixed("1278", "@FailsUntilFixed in DatabaseTests")
                .test("integration", "DatabaseTests", "answers()", Verdict.PASSED));
        shard(new SampleRun().runId("run-2").test("integration", "PoolTests", "opens()", Verdict.STILL_BROKEN));
        var end = read(2).end().orElseThrow();

        assertThat(end.fixed()).isEmpty();
        assertThat(end.deletions()).isEmpty();
    }

    @Test
    void statesThatShardsAreNotOfOneRun() throws IOException {
        shard(run("all", "17.0.15", Verdict.PASSED));
        shard(run("all", "17.0.15", Verdict.PASSED).faults());

        assertThat(read(2).alarms()).anyMatch(alarm -> alarm.startsWith("The shards disagree on faults: "));
    }

    @Test
    void saysWhichShardWasKilled() throws IOException {
        shard(run("all", "17.0.15", Verdict.PASSED));
        shard(run("unit", "17.0.15", Verdict.PASSED).killed());

        assertThat(read(2).alarms())
                .anyMatch(alarm -> alarm.startsWith("Shard tier unit, java 17: The run did not end by itself"));
        assertThat(read(2).end()).isEmpty();
    }

    @Test
    void takesSecretsOutOfEveryTextAndCountsThem() throws IOException {
        var run = new SampleRun().narrative(Map.of("commands", List.of("psql postgresql://app:hunter2-Xy7@db/app")));
        var secret = "password=hunter2-Xy7";
        run.test(run.record("integration", "T", "m(" + secret + ")", Verdict.FAILED_DIFFERENTLY, secret));
        run.observation("connect-time", 1.0, "ms", Map.of("db-password", "hunter2-Xy7", "path", secret));
        shard(run);
        var facts = read(0);

        assertThat(facts.toString()).doesNotContain("hunter2");
        assertThat(facts.redactions()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void countsWhatTheEngineTookOutBefore() throws IOException {
        var run = new SampleRun();
        run.observation("connect-time", 1.0, "ms", Map.of("path", "password=***(password,12) and ***(jwt,90)"));
        run.observation("connect-time", 1.0, "ms", Map.of("path", "no mask: ***(password)"));
        shard(run.test("unit", "T", "m()", Verdict.PASSED));

        assertThat(read(0).redactions()).isEqualTo(2);
    }

    @Test
    void findsASecretThatIsSplitBySomethingInvisible() throws IOException {
        var run = new SampleRun();
        run.test(run.record(
                "integration", "T", "m()", Verdict.FAILED_DIFFERENTLY, "pass\u200Bword=hunt\u001B[1mer2-Xy7"));
        shard(run);

        assertThat(read(0).toString()).doesNotContain("er2-Xy7");
    }

    private static SampleRun run(String tier, String java, Verdict verdict) {
        var run = new SampleRun()
                .tier(tier)
                .runId("run-" + tier + "-" + java + verdict)
                .platform(Map.of("java", java));
        run.test(tier.equals("all") ? "unit" : tier, "SomeTests", "worksIn_" + tier + "()", verdict);
        return run;
    }

    private void shard(SampleRun run) throws IOException {
        journals.add(run.writeTo(directory.resolve("journal-" + journals.size() + ".jsonl")));
    }

    private RunFacts read(int expected) throws IOException {
        return Intake.read(journals, expected, Redactor.of(Map.of()));
    }
}
