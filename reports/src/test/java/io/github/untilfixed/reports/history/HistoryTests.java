package io.github.untilfixed.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTests {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void keepsOneLineForEachRunAndReadsItBack() throws IOException {
        var file = directory.resolve("history.jsonl");
        var run = SampleRun.incident().facts();
        new History(List.of())
                .with(HistoryLine.of(run))
                .with(HistoryLine.of(run))
                .write(file);

        var history = History.read(file, HistoryTests::fail);
        assertThat(history.lines()).singleElement().isEqualTo(HistoryLine.of(run));
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void holdsNoMessageAndNoTrace() throws IOException {
        var file = directory.resolve("history.jsonl");
        new History(List.of())
                .with(HistoryLine.of(SampleRun.incident().facts()))
                .write(file);

        assertThat(Files.readString(file)).doesNotContain("timed out", "HikariPool", "because of");
    }

    @Test
    void leavesOutALineThatIsNoneAndTellsWhich() throws IOException {
        var file = directory.resolve("history.jsonl");
        var line = HistoryLine.of(SampleRun.incident().facts());
        new History(List.of()).with(line).write(file);
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3, '\n'}, StandardOpenOption.APPEND);
        var broken = new ArrayList<Integer>();

        assertThat(History.read(file, broken::add).lines()).containsExactly(line);
        assertThat(broken).containsExactly(2);
    }

    @Test
    void replacesTheFileAsAWholeInsteadOfWritingIntoIt() throws IOException {
        var file = directory.resolve("history.jsonl");
        Files.writeString(file, "old");
        var open = Files.createLink(directory.resolve("open"), file);

        new History(List.of())
                .with(HistoryLine.of(SampleRun.incident().facts()))
                .write(file);

        assertThat(open).hasContent("old");
        assertThat(file).content().startsWith("{\"run\":\"run-1\"");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, open);
        }
    }

    @Test
    void countsTheDaysSinceAnExpectedFailureWasReallySeen() {
        var seen = SampleRun.incident().runId("seen").startedAt(SampleRun.START.minus(Duration.ofDays(30)));
        var now = new SampleRun();
        now.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.SKIPPED);
        now.test("integration", "NewTests", "wasNeverSeen()", Verdict.SKIPPED);
        var history = new History(List.of()).with(HistoryLine.of(seen.facts())).with(HistoryLine.of(now.facts()));

        var ages = EvidenceAge.of(now.facts().incidents().get(0), history, 21);
        assertThat(ages.get(0).days()).hasValue(30);
        assertThat(ages.get(0).stale()).isTrue();
        assertThat(ages.get(1).days()).isEmpty();
        assertThat(ages.get(1).stale()).isTrue();
        assertThat(EvidenceAge.of(now.facts().incidents().get(0), history, 31)
                        .get(0)
                        .stale())
                .isFalse();
    }

    @Test
    void asksNoAgeOfAnIncidentThatIsFlipped() {
        var run = SampleRun.repaired().facts();

        assertThat(EvidenceAge.of(run.incidents().get(0), new History(List.of()), 21))
                .isEmpty();
    }

    @Test
    void forgetsTheOldestRuns() {
        var history = new History(List.of());
        for (int i = 0; i <= History.MOST; i++) {
            var run = SampleRun.incident().runId("run-" + i).startedAt(SampleRun.START.plusSeconds(i));
            history = history.with(HistoryLine.of(run.facts()));
        }
        assertThat(history.lines()).hasSize(History.MOST);
        assertThat(history.lines().get(0).run()).isEqualTo("run-1");
    }

    private static void fail(int line) {
        throw new AssertionError("line " + line + " is broken");
    }
}
