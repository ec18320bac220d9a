package io.github.untilfixed.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.JournalFiles;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A rerun of failed tests, as build tools do it: the same launcher, the same output directory, other tests. */
class SeveralExecutionsTests {

    @TempDir
    Path directory;

    @Test
    void aSecondExecutionReplacesNothing() throws IOException {
        run(FlippedTestCases.class);
        run(SecondTestCases.class);

        assertThat(JournalFiles.of(directory.resolve("journal.jsonl")))
                .hasSize(2)
                .extracting(file -> Journal.read(file).tests())
                .satisfiesExactly(
                        tests -> assertThat(tests)
                                .extracting(TestRecord::methodName)
                                .containsExactly("flipped"),
                        tests -> assertThat(tests)
                                .extracting(TestRecord::methodName)
                                .containsExactly("second"));
    }

    @Test
    void aRerunDoesNotCallAnIncidentUnverifiedThatTheFirstExecutionLookedAt() throws IOException {
        run(FlippedTestCases.class);
        run(FirstTestCases.class);

        for (var file : JournalFiles.of(directory.resolve("journal.jsonl"))) {
            var journal = Journal.read(file);
            assertThat(journal.tests()).extracting(TestRecord::verdict).containsExactly(Verdict.PASSED);
            assertThat(journal.end().orElseThrow().unverified()).isEmpty();
        }
    }

    @Test
    void aTestThatPassesInARerunProvesNothing() throws IOException {
        BrokenTestCases.broken = true;
        run(BrokenTestCases.class);
        BrokenTestCases.broken = false;
        run(BrokenTestCases.class);

        assertThat(JournalFiles.of(directory.resolve("journal.jsonl")))
                .extracting(file -> Journal.read(file).tests().stream()
                        .map(TestRecord::verdict)
                        .toList())
                .containsExactly(List.of(Verdict.STILL_BROKEN), List.of(Verdict.PASSED, Verdict.UNVERIFIED));
        for (var file : JournalFiles.of(directory.resolve("journal.jsonl"))) {
            assertThat(Journal.read(file).end().orElseThrow().fixed()).isEmpty();
        }
        assertThat(directory.resolve("delete-1278.diff")).doesNotExist();
    }

    @Test
    void anIncidentThatNoExecutionLookedAtIsUnverified() throws IOException {
        run(FirstTestCases.class);

        assertThat(Journal.read(directory.resolve("journal.jsonl")).tests())
                .extracting(TestRecord::verdict)
                .containsExactly(Verdict.PASSED, Verdict.UNVERIFIED);
    }

    private void run(Class<?> type) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(type))
                        .configurationParameter("untilfixed.enabled", "true")
                        .configurationParameter("untilfixed.post-fix", "1278")
                        .configurationParameter("untilfixed.output-directory", directory.toString())
                        .build());
    }

    static class FlippedTestCases {

        @Test
        @FailsUntilFixed("1278")
        void flipped() {
            assertEquals("a", String.valueOf('a'));
        }
    }

    static class BrokenTestCases {

        private static boolean broken;

        @Test
        @FailsUntilFixed("1278")
        void test() throws ConnectException {
            if (broken) {
                throw new ConnectException("Connection refused");
            }
        }
    }

    static class FirstTestCases {

        @Test
        void first() {}
    }

    static class SecondTestCases {

        @Test
        void second() {}
    }
}
