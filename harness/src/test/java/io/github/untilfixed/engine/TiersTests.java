package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiers run one after the other, and each holds back those above it when it has a failure that no incident explains. */
class TiersTests {

    /** What a test of the lowest tier does, its verdict, and whether that closes the gate. */
    enum Lower {
        FAILS(Verdict.FAILED, true),
        FAILS_DIFFERENTLY(Verdict.FAILED_DIFFERENTLY, true),
        NAMES_NO_INCIDENT(Verdict.HARNESS_ERROR, true),
        FAILS_AS_EXPECTED(Verdict.FAILED_AS_EXPECTED, false),
        PASSES(Verdict.PASSED, false),
        PASSES_UNEXPECTEDLY(Verdict.PASSED_UNEXPECTEDLY, false),
        ABORTS(Verdict.SKIPPED, false);

        private final Verdict verdict;
        private final boolean closes;

        Lower(Verdict verdict, boolean closes) {
            this.verdict = verdict;
            this.closes = closes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAFailureThatNoIncidentExplainsClosesTheGate(Lower lower) {
        GatedTestCases.lower = lower;
        var result = harness(GatedTestCases.class).run().isConsistent();

        assertThat(result.test(
                                lower == Lower.FAILS_DIFFERENTLY
                                                || lower == Lower.FAILS_AS_EXPECTED
                                                || lower == Lower.PASSES_UNEXPECTEDLY
                                        ? "expected"
                                        : "plain")
                        .verdict())
                .isEqualTo(lower.verdict);
        assertThat(result.test("integration").verdict()).isEqualTo(lower.closes ? Verdict.GATED : Verdict.PASSED);
        assertThat(result.test("infrastructure").verdict()).isEqualTo(lower.closes ? Verdict.GATED : Verdict.PASSED);
        if (lower.closes) {
            assertThat(result.test("integration").outcome().reason())
                    .contains("tier unit has a failure that no incident explains");
            assertThat(result.junit().testEvents().skipped().stream()
                            .map(event -> event.getTestDescriptor().getDisplayName()))
                    .contains("integration()", "staging()", "infrastructure()");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "all,            GATED,  GATED,  GATED",
        "none,           PASSED, PASSED, PASSED",
        "integration,    GATED,  PASSED, PASSED",
        "'e2e-staging,infrastructure', PASSED, GATED, GATED"
    })
    void gatesAreConfiguredTierByTier(String gates, Verdict integration, Verdict staging, Verdict infrastructure) {
        GatedTestCases.lower = Lower.FAILS;
        var result = harness(GatedTestCases.class)
                .with("untilfixed.gate", gates)
                .run()
                .isConsistent();

        assertThat(result.test("integration").verdict()).isEqualTo(integration);
        assertThat(result.test("staging").verdict()).isEqualTo(staging);
        assertThat(result.test("infrastructure").verdict()).isEqualTo(infrastructure);
    }

    @Test
    void noTestOfATierStartsBeforeTheLastOfTheTierBelowHasEnded() {
        BarrierTestCases.EVENTS.clear();
        var result = harness(BarrierTestCases.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .run()
                .isConsistent();

        assertThat(result.journal().tests()).hasSize(16);
        assertThat(result.journal().tests())
                .extracting(TestRecord::tier)
                .isSortedAccordingTo((one, other) -> TIERS.indexOf(one) - TIERS.indexOf(other));
        assertThat(List.copyOf(BarrierTestCases.EVENTS))
                .isSortedAccordingTo((one, other) -> TIERS.indexOf(one) - TIERS.indexOf(other));
    }

    @Test
    void eachTierThatIsAskedForAndHasNoTestIsRed() {
        var result = harness(BarrierTestCases.class, UnitOnlyTestCases.class)
                .with("untilfixed.tier", "unit,integration")
                .run()
                .isConsistent();
        assertThat(result.verdicts()).containsOnly(Verdict.PASSED).hasSize(9);

        var none = harness(UnitOnlyTestCases.class)
                .with("untilfixed.tier", "unit,integration,infrastructure")
                .run();
        assertThat(none.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.GATED);
        assertThat(none.journal().tests().get(0).explanation())
                .contains("integration selects none of the 1 tests", "infrastructure selects none of the 1 tests")
                .doesNotContain("unit selects");
    }

    private static final List<String> TIERS = List.of("unit", "integration", "e2e-staging", "infrastructure");

    static class GatedTestCases {
        private static Lower lower = Lower.PASSES;

        @Test
        @UnitTier
        void plain() {
            switch (lower) {
                case FAILS -> throw new IllegalStateException("a bug");
                case NAMES_NO_INCIDENT -> KnownIssue.of("1287").run(() -> {});
                case ABORTS -> Assumptions.abort("not here");
                default -> assertThat(lower).isNotNull();
            }
        }

        @Test
        @UnitTier
        @FailsUntilFixed("1278")
        void expected() throws Exception {
            switch (lower) {
                case FAILS_DIFFERENTLY -> throw new IllegalStateException("a bug");
                case PASSES_UNEXPECTEDLY -> assertThat(lower).isNotNull();
                default -> throw new ConnectException("Connection refused");
            }
        }

        @Test
        @IntegrationTier
        void integration() {}

        @Test
        @E2EStagingTier
        void staging() {}

        @Test
        @InfrastructureTier
        void infrastructure() {}
    }

    static class BarrierTestCases {
        private static final ConcurrentLinkedQueue<String> EVENTS = new ConcurrentLinkedQueue<>();

        private static void run(String tier) {
            EVENTS.add(tier);
            EVENTS.add(tier);
        }

        @InfrastructureTier
        @RepeatedTest(4)
        void infrastructure() {
            run("infrastructure");
        }

        @IntegrationTier
        @RepeatedTest(4)
        void integration() {
            run("integration");
        }

        @UnitTier
        @RepeatedTest(4)
        void unit() {
            run("unit");
        }

        @E2EStagingTier
        @RepeatedTest(4)
        void staging() {
            run("e2e-staging");
        }
    }

    @UnitTier
    static class UnitOnlyTestCases {
        @Test
        void test() {}
    }
}
