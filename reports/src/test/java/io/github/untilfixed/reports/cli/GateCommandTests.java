package io.github.untilfixed.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.UnexpectedPass;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTests {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void opensForAGreenJournal() throws IOException {
        assertThat(gate(SampleRun.incident())).isZero();
    }

    @Test
    void staysShutForARedVerdictAndNamesTheTest() throws IOException {
        assertThat(gate(withOne(Verdict.FAILED_DIFFERENTLY))).isEqualTo(1);
        assertThat(CommandLines.errors()).contains("FAILED_DIFFERENTLY", "OtherTests", "surprises()");
    }

    @Test
    void staysShutForAnIncompleteJournal() throws IOException {
        assertThat(gate(SampleRun.incident().killed())).isEqualTo(1);
        assertThat(CommandLines.errors()).contains("did not end by itself");
    }

    @Test
    void staysShutForAnUnexpectedPassUnlessTheRunWasToldToWarnOnly() throws IOException {
        assertThat(gate(withOne(Verdict.PASSED_UNEXPECTEDLY))).isEqualTo(1);
        assertThat(gate(withOne(Verdict.PASSED_UNEXPECTEDLY).unexpectedPass(null)))
                .isEqualTo(1);
        assertThat(gate(withOne(Verdict.PASSED_UNEXPECTEDLY).unexpectedPass(UnexpectedPass.WARN)))
                .isZero();
    }

    @Test
    void cannotJudgeWhatIsNotThere() {
        assertThat(CommandLines.run(
                        "gate", "--journal", directory.resolve("none.jsonl").toString()))
                .isEqualTo(2);
    }

    private static SampleRun withOne(Verdict verdict) {
        var run = SampleRun.incident();
        run.test("integration", "OtherTests", "surprises()", verdict);
        return run;
    }

    private int gate(SampleRun run) throws IOException {
        return CommandLines.run(
                "gate",
                "--journal",
                run.writeTo(directory.resolve("journal.jsonl")).toString());
    }
}
