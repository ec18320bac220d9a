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
import java.nio.file.Path;
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

    static class FirstTestCases {

        @Test
        void first() {}
    }

    static class SecondTestCases {

        @Test
        void second() {}
    }
}
