package io.github.untilfixed.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.JournalFiles;
import io.github.untilfixed.journal.TestRecord;
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
        run(FirstTestCases.class);
        run(SecondTestCases.class);

        assertThat(JournalFiles.of(directory.resolve("journal.jsonl")))
                .hasSize(2)
                .extracting(file -> Journal.read(file).tests())
                .satisfiesExactly(
                        tests -> assertThat(tests)
                                .extracting(TestRecord::methodName)
                                .containsExactly("first"),
                        tests -> assertThat(tests)
                                .extracting(TestRecord::methodName)
                                .containsExactly("second"));
    }

    private void run(Class<?> type) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(type))
                        .configurationParameter("untilfixed.enabled", "true")
                        .configurationParameter("untilfixed.output-directory", directory.toString())
                        .build());
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
