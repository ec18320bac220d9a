package io.github.untilfixed.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fault matrix")
class FaultMatrixTests {

    private static final Map<String, Verdict> BOTH = Map.of("a", Verdict.PASSED, "b", Verdict.FAILED_AS_EXPECTED);
    private static final Map<String, Verdict> ONE = Map.of("a", Verdict.PASSED);

    @Test
    void callsAVerdictThatVanishedADifference() {
        assertThat(page(run(50, BOTH), run(50, BOTH), run(50, ONE)))
                .contains("| incident, connector-scaling | 50 | 3 | 2, 1 | T.b"
                        + " [FAILED_AS_EXPECTED, FAILED_AS_EXPECTED, missing] | 1234567+ |");
        assertThat(page(run(50, BOTH), run(50, BOTH)))
                .contains("| incident, connector-scaling | 50 | 2 | 2 | none | 1234567+ |");
    }

    @Test
    void comparesAHandfulOfTestsWithTheWholeAtAnotherTimeScale() {
        assertThat(page(run(50, BOTH), run(1, ONE)))
                .contains("| incident, connector-scaling | 1 | 1 of 2 | none | 1234567+ |");
        assertThat(page(run(50, ONE), run(1, Map.of("a", Verdict.FAILED))))
                .contains("| incident, connector-scaling | 1 | 1 of 1 | T.a [PASSED, FAILED] | 1234567+ |");
    }

    @Test
    void refusesAnUnknownNameAndSaysWhatIsAllowed() {
        var all = Arrays.asList(Mode.values());

        assertThatThrownBy(() -> FaultMatrix.choose("matrix.modes", List.of("incident", "postfix"), all, SuitesRun::id))
                .hasMessage(
                        "matrix.modes = postfix is unknown; allowed, with blanks between them: [incident, post-fix]");
        assertThat(FaultMatrix.choose("matrix.modes", List.of("post-fix"), all, SuitesRun::id))
                .containsExactly(Mode.POST_FIX);
        assertThat(FaultMatrix.choose("matrix.modes", List.of(), all, SuitesRun::id))
                .isEqualTo(all);
    }

    private static String page(MatrixRun... runs) {
        return new MatrixPage(new MatrixRuns(List.of(runs))).markdown();
    }

    private static MatrixRun run(int timeScale, Map<String, Verdict> verdicts) {
        var header = new RunRecord(
                RunRecord.SCHEMA,
                "run",
                Instant.EPOCH,
                Mode.INCIDENT,
                List.of(),
                null,
                List.of(Fault.CONNECTOR_SCALING.id()),
                "embedded",
                "auto",
                timeScale,
                1278,
                "all",
                verdicts.size(),
                "1234567890",
                true,
                List.of(),
                Map.of());
        var tests = verdicts.entrySet().stream()
                .map(entry -> test(entry.getKey(), entry.getValue()))
                .toList();
        return new MatrixRun(new Journal(header, tests, List.of(), Optional.empty()), 0, 0);
    }

    private static TestRecord test(String name, Verdict verdict) {
        return new TestRecord(
                name,
                "T",
                name,
                name + "()",
                null,
                new TestRecord.ExpectationEntry("PASS", List.of(), null),
                new TestRecord.OutcomeEntry("RETURNED", true, List.of(), null),
                verdict,
                null,
                null,
                "",
                null,
                null,
                List.of(),
                List.of());
    }
}
