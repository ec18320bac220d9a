package io.github.untilfixed.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness on the class path of JUnit's console launcher, a process of its own with its own exit code. */
@Tag("slow")
class ConsoleLauncherTests {

    private static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";
    private static final long SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    void anExpectedFailureIsGreen() throws Exception {
        var run = launch(ExpectedTestCases.class);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("1 tests aborted", "1 tests successful", "0 tests failed");
        assertThat(verdicts()).containsExactlyInAnyOrder(Verdict.FAILED_AS_EXPECTED, Verdict.PASSED);
    }

    @Test
    void anUnexpectedPassIsRed() throws Exception {
        var run = launch(SurprisingTestCases.class);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("PassedUnexpectedly", "-Duntilfixed.post-fix=1278");
        assertThat(verdicts()).containsExactly(Verdict.PASSED_UNEXPECTEDLY);
    }

    private List<Verdict> verdicts() throws IOException {
        return Journal.read(directory.resolve("journal.jsonl")).tests().stream()
                .map(TestRecord::verdict)
                .toList();
    }

    private Run launch(Class<?> tests) throws IOException, InterruptedException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, LAUNCHER));
        command.addAll(List.of("execute", "--disable-banner", "--disable-ansi-colors"));
        command.addAll(List.of("--select-class", tests.getName()));
        command.addAll(List.of("--config", "untilfixed.output-directory=" + directory));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private record Run(int exitCode, String output) {}

    static class ExpectedTestCases {

        @Test
        @FailsUntilFixed("1278")
        void refuses() throws ConnectException {
            throw new ConnectException("Connection refused");
        }

        @Test
        void passes() {
            assertEquals(List.of("a"), new ArrayList<>(List.of("a")));
        }
    }

    static class SurprisingTestCases {

        @Test
        @FailsUntilFixed("1278")
        void passes() {
            assertEquals(List.of("a"), new ArrayList<>(List.of("a")));
        }
    }
}
