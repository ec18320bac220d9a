package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.engine.HarnessTestKit.Result;
import io.github.untilfixed.engine.plugins.ElsewhereIT;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What names an incident and is no part of a run is told, and proves nothing. */
class NotRunTests {

    private static final String REGISTRY = Refusals.REGISTRY.replace("1278", "4711");

    @Test
    void whatFailsafeRunsIsMissedByNobodyElse() {
        var result = run(harness(PlainTestCases.class));

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED);
        assertThat(notRun(result))
                .extracting(ObservationRecord::attributes)
                .containsExactly(Map.of("incident", "4711", "class", ElsewhereIT.class.getName()));
    }

    @Test
    void whatAFilterLeftOutIsTold() {
        var result = run(harness(ElsewhereIT.class).tagged("quick"));

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED);
        assertThat(notRun(result))
                .singleElement()
                .satisfies(observation -> assertThat(observation.value()).isEqualTo(1.0));
    }

    @Test
    void whereAllOfThemRanThereIsNothingToTell() {
        var result = run(harness(ElsewhereIT.class));

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.PASSED);
        assertThat(notRun(result)).isEmpty();
    }

    private static Result run(HarnessTestKit kit) {
        return kit.registry(REGISTRY).with("untilfixed.post-fix", "4711").run().isConsistent();
    }

    private static List<ObservationRecord> notRun(Result result) {
        return result.journal().observations().stream()
                .filter(observation -> observation.name().equals(NotRun.NAME))
                .toList();
    }

    static class PlainTestCases {
        @Test
        void test() {
            assertThat(getClass()).isNotNull();
        }
    }
}
