package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.Runs;
import io.github.untilfixed.engine.HarnessTestKit.Result;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong with a part of a test is never silence, and what a part shows counts for its own incident. */
class PartFaultsTests {

    @Test
    void aPartThatCannotBeJudgedIsAHarnessErrorAlthoughTheTestGoesOn() {
        var result =
                harness(FaultyTestCases.class).registry(Refusals.REGISTRY).run().isConsistent();

        assertThat(result.verdicts()).hasSize(4).containsOnly(Verdict.HARNESS_ERROR);
        assertThat(result.test("typo").explanation()).contains("KnownIssue names incident 'typo'");
        assertThat(result.test("environment").explanation()).contains("proxy gone");
    }

    @Test
    void aClassThatAbortsDoesNotHideWhatItsSetUpShowed() {
        for (var fixture : List.of(SilentTestCases.class, LostTestCases.class)) {
            var result = harness(fixture).registry(Refusals.REGISTRY).run();

            assertThat(result.journal().tests())
                    .filteredOn(test -> test.displayName().endsWith("(container)"))
                    .extracting(test -> test.verdict())
                    .singleElement()
                    .satisfies(verdict -> assertThat(verdict.red()).isTrue());
        }
    }

    @Test
    void aPartThatPassesIsEvidenceAlthoughAnotherPartFailsAsExpected() {
        var result = harness(TwoPartsTestCases.class).postFix().run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED);
        assertThat(fixed(result)).containsExactly("1278");
    }

    @Test
    void aDisabledTestLeavesOnlyFlippedIncidentsUnverified() {
        assertThat(harness(DisabledTestCases.class)
                        .postFix()
                        .run()
                        .journal()
                        .end()
                        .orElseThrow()
                        .unverified())
                .containsExactly("1278");
    }

    @Test
    void aTestThatCanShowNothingProvesNoFix() {
        var result = harness(HollowTestCases.class).postFix().run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.UNVERIFIED);
        assertThat(result.journal().tests().get(1).explanation()).contains("can show nothing (HOLLOW)");
        assertThat(fixed(result)).isEmpty();
    }

    private static List<String> fixed(Result result) {
        return result.journal().end().orElseThrow().fixed();
    }

    static class FaultyTestCases {
        @Test
        void typo() {
            assertThat(catchThrowable(() -> KnownIssue.of("typo").run(Refusals::refuse)))
                    .isNotNull();
        }

        @Test
        void typoInAThread() throws Exception {
            var issue = KnownIssue.of("typo");
            var done = new CompletableFuture<Throwable>();
            new Thread(() -> done.complete(catchThrowable(() -> issue.run(() -> {})))).start();
            assertThat(done.get()).isNotNull();
        }

        @Test
        void symptom() {
            assertThat(catchThrowable(
                            () -> KnownIssue.of("1278").symptom("typo").run(Refusals::refuse)))
                    .isNotNull();
        }

        @Test
        void environment() {
            assertThat(catchThrowable(() -> KnownIssue.of("1278").run(() -> {
                        throw new EnvironmentException("proxy gone", new ConnectException("Connection refused"));
                    })))
                    .isNotNull();
        }
    }

    static class SilentTestCases {
        @BeforeAll
        static void setUp() {
            KnownIssue.of("1278").run(() -> {});
        }

        @AfterAll
        static void abort() {
            Assumptions.abort("not here");
        }

        @Test
        void test() {}
    }

    static class LostTestCases {
        @BeforeAll
        static void setUp() {
            assertThat(catchThrowable(() -> KnownIssue.of("1278").run(() -> {
                        throw new IllegalStateException("a bug");
                    })))
                    .isNotNull();
        }

        @AfterAll
        static void abort() {
            Assumptions.abort("not here");
        }

        @Test
        void test() {}
    }

    static class TwoPartsTestCases {
        @Test
        void test() {
            KnownIssue.of("1278").run(() -> {});
            KnownIssue.of("1301").run(() -> {
                throw new IllegalStateException("quota exceeded");
            });
        }
    }

    static class DisabledTestCases {
        @Test
        @FailsUntilFixed({"1278", "1301"})
        void test() {
            Assumptions.abort("not here");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    static class HollowTestCases {
        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void test() {
            CompletableFuture.runAsync(() -> {
                throw new IllegalStateException("nobody awaits this");
            });
        }
    }
}
