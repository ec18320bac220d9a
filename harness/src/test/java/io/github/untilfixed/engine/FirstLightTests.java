package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.verdict.FailedAsExpected;
import io.github.untilfixed.verdict.Verdict;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;

class FirstLightTests {

    @Test
    void anIncidentIsExpectedToShowItsSymptom() {
        var result = harness(BrokenTestCases.class).run().isConsistent();

        assertThat(result.test("connects").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("connects").symptom()).isEqualTo("connect-timeout");
        assertThat(result.test("connects").outcome().bodyRan()).isTrue();
        assertThat(result.test("connects").outcome().failures().get(0).origin()).isEqualTo("TEST");
        assertThat(result.test("passes").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.test("breaksDifferently").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("passesUnexpectedly").verdict()).isEqualTo(Verdict.PASSED_UNEXPECTEDLY);
        assertThat(result.test("aborts").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.test("failsUndeclared").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("failsUndeclared").explanation()).contains("looks like incident 1278");
        assertThat(result.junit().testEvents().aborted().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .hasAtLeastOneElementOfType(FailedAsExpected.class);
    }

    @Test
    void theFlipTurnsTheSameBodiesIntoTheProof() {
        var result = harness(BrokenTestCases.class).postFix().run().isConsistent();

        assertThat(result.test("connects").verdict()).isEqualTo(Verdict.STILL_BROKEN);
        assertThat(result.test("breaksDifferently").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("passesUnexpectedly").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.test("aborts").verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(result.journal().end().orElseThrow().unverified()).containsExactly("1278");
    }

    @Test
    void theJournalHasAHeaderAnObservationAndAnEnd() {
        var result = harness(ObservingTestCases.class).run().isConsistent();

        assertThat(result.journal().run().planned()).isEqualTo(2);
        assertThat(result.journal().run().faults()).containsExactly("connector-scaling");
        assertThat(result.journal().run().commit()).matches("[0-9a-f]{40}");
        assertThat(result.journal().run().incidents()).hasSize(2);
        assertThat(result.journal().observations())
                .singleElement()
                .satisfies(each -> assertThat(each.test())
                        .isEqualTo(result.test("observes").id()));
        assertThat(result.test("observes").evidence())
                .singleElement()
                .satisfies(each -> assertThat(each.content()).doesNotContain("hunter2"));
    }

    @Test
    void tiersRunInOrder() {
        var result = harness(ObservingTestCases.class).run();

        assertThat(result.journal().tests().stream().map(test -> test.tier()))
                .isEqualTo(List.of("unit", "integration"));
        assertThat(harness(ObservingTestCases.class)
                        .with("untilfixed.tier", "integration")
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.PASSED);
    }

    @Test
    void problemsAreOneRedTestBeforeAnyOther() {
        var result =
                harness(BrokenTestCases.class).with("untilfixed.mod", "x").run().isConsistent();

        assertThat(result.verdicts().get(0)).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.verdicts().subList(1, 7)).containsOnly(Verdict.GATED);
        assertThat(result.journal().tests().get(0).explanation()).contains("did you mean untilfixed.mode?");
    }

    @Test
    void aTestThatNamesAnUnknownIncidentIsAProblem() {
        var result = harness(TypoTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.GATED);
        assertThat(result.journal().tests().get(0).explanation()).contains("'1287'", "did you mean 1278?");
    }

    static class BrokenTestCases {
        @Test
        @FailsUntilFixed("1278")
        void connects() throws SQLException {
            throw new SQLTransientConnectionException("Connection is not available, request timed out after 1500ms");
        }

        @Test
        @FailsUntilFixed("1278")
        void breaksDifferently() {
            throw new IllegalStateException("unrelated");
        }

        @Test
        @FailsUntilFixed("1278")
        void passesUnexpectedly() {}

        @Test
        @FailsUntilFixed("1278")
        void aborts() {
            Assumptions.abort("no network");
        }

        @Test
        void passes() {}

        @Test
        void failsUndeclared() throws SQLException {
            throw new SQLTransientConnectionException("timed out");
        }
    }

    static class ObservingTestCases {
        @Test
        @IntegrationTier
        void observes(Observations observations) {
            observations.measured("connect-time", 12, "ms", Map.of());
            observations.evidence("settings", "text/plain", "password=hunter2");
        }

        @Test
        @UnitTier
        void isQuick() {}
    }

    static class TypoTestCases {
        @Test
        @FailsUntilFixed("1287")
        void connects() {
            fail("never reached");
        }
    }
}
