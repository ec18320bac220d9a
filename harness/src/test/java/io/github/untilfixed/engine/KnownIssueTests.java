package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.Runs;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

class KnownIssueTests {

    @Test
    void forgivesOnlyWhatItEncloses() {
        var result = harness(PartTestCases.class).run().isConsistent();

        assertThat(result.test("forgiven").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("forgiven").flags()).containsExactly("KNOWN_ISSUE");
        assertThat(result.test("forgiven").symptom()).isEqualTo("connect-timeout");
        assertThat(result.test("restFails").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("otherReason").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("caught").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("wrongSymptom").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("didNotFail").verdict()).isEqualTo(Verdict.PASSED_UNEXPECTEDLY);
        assertThat(result.test("intermittent").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.test("unknownIncident").verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.test("nested").verdict()).isEqualTo(Verdict.PASSED_UNEXPECTEDLY);
        assertThat(result.test("nested").incident()).isEqualTo("1278");
        assertThat(result.test("inAnotherThread").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void afterTheFlipItForgivesNothing() {
        var result = harness(PartTestCases.class).postFix().run().isConsistent();

        assertThat(result.test("forgiven").verdict()).isEqualTo(Verdict.STILL_BROKEN);
        assertThat(result.test("didNotFail").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.test("didNotFail").incident()).isEqualTo("1278");
        assertThat(result.test("otherReason").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("inAnotherThread").verdict()).isEqualTo(Verdict.STILL_BROKEN);
        assertThat(result.test("caught").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aConstantBelongsToEachTestThatRunsIt() {
        var result =
                harness(ConstantTestCases.class, PerClassTestCases.class).run().isConsistent();

        assertThat(result.journal().tests())
                .extracting(test -> test.methodName() + " " + test.verdict())
                .containsExactlyInAnyOrder(
                        "fails FAILED_AS_EXPECTED",
                        "failsToo FAILED_AS_EXPECTED",
                        "inAnotherThread FAILED",
                        "passes PASSED_UNEXPECTEDLY",
                        "fails FAILED_AS_EXPECTED",
                        "passes PASSED_UNEXPECTEDLY");
    }

    @Test
    void aPartIsMeasuredByItsOwnDuration() {
        var slow = """
                incidents:
                  - id: "1278"
                    title: slow
                    kind: infrastructure
                    owner: platform-team
                    opened: 2025-09-15
                    review-by: 2999-12-31
                    symptoms:
                      late: {exceptions: [java.net.ConnectException], measured: {at-least: 10s}}
                """;
        var test = harness(SlowTestCases.class)
                .registry(slow)
                .with("untilfixed.time-scale", "1000")
                .run()
                .isConsistent()
                .only();

        assertThat(test.durationMillis()).isGreaterThan(10);
        assertThat(test.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
    }

    @Test
    void theJournalNamesTheIncidentsOfParts() {
        var entry = harness(PartTestCases.class).run().test("nested").expectation();

        assertThat(entry.kind()).isEqualTo("FAILS_UNTIL_FIXED");
        assertThat(entry.incidents()).containsExactly("1301", "1278");
    }

    @Test
    void doesNotLeakIntoOtherTestsThatRunAtTheSameTime() {
        var result = harness(ParallelTestCases.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .run()
                .isConsistent();

        assertThat(result.journal().tests().stream()
                        .filter(test -> "known".equals(test.methodName()))
                        .map(test -> test.verdict()))
                .hasSize(20)
                .containsOnly(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.journal().tests().stream()
                        .filter(test -> "plain".equals(test.methodName()))
                        .map(test -> test.verdict()))
                .hasSize(20)
                .containsOnly(Verdict.PASSED);
    }

    @Test
    void testsThatOnlyBurnTimeRunAfterTheFlip() {
        SoakTestCases.SET_UPS.set(0);
        var incident = harness(SoakTestCases.class).run();
        assertThat(incident.verdicts()).containsExactly(Verdict.SKIPPED, Verdict.SKIPPED);
        assertThat(incident.journal().tests())
                .allSatisfy(test -> assertThat(test.flags()).containsExactly("POST_FIX_ONLY"));
        assertThat(SoakTestCases.SET_UPS).hasValue(0);

        var postFix = harness(SoakTestCases.class)
                .postFix()
                .with("untilfixed.post-fix-timeout", "200ms")
                .run()
                .isConsistent();
        assertThat(postFix.test("passes").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(postFix.test("hangs").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(postFix.test("hangs").outcome().failures().get(0).origin()).isEqualTo("TIMEOUT");
        assertThat(postFix.test("hangs").explanation()).contains("untilfixed.post-fix-timeout");
    }

    @Test
    void severalIncidentsAreAllBlockers() {
        var result = harness(SeveralTestCases.class).run().isConsistent();

        assertThat(result.test("first").incident()).isEqualTo("1278");
        assertThat(result.test("second").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("second").incident()).isEqualTo("1301");
        assertThat(result.test("second").explanation()).contains("1278 seems fixed here, now masked by 1301");

        var flipped = harness(SeveralTestCases.class)
                .with("untilfixed.post-fix", "1278")
                .run()
                .isConsistent();
        assertThat(flipped.test("first").verdict()).isEqualTo(Verdict.STILL_BROKEN);
        assertThat(flipped.test("second").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void aFixThatIsHiddenByAnotherIncidentInEachTestIsUnverified() {
        MovingTestCases.moved = true;
        var result = harness(MovingTestCases.class).postFix().run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED, Verdict.UNVERIFIED);
        assertThat(result.journal().tests().get(1).explanation())
                .contains("every test that names incident 1278 fails with the symptom of another incident");
        assertThat(result.journal().end().orElseThrow().unverified()).containsExactly("1278");
    }

    @Test
    void aMoveFromOneIncidentToTheNextIsSaidInTheRunThatSeesIt() {
        MovingTestCases.moved = false;
        var before = harness(MovingTestCases.class).run().isConsistent().only();
        MovingTestCases.moved = true;
        var after = harness(MovingTestCases.class).run().isConsistent().only();

        assertThat(before.incident()).isEqualTo("1278");
        assertThat(before.explanation()).doesNotContain("masked");
        assertThat(after.incident()).isEqualTo("1301");
        assertThat(after.explanation()).contains("Incident 1278 seems fixed here, now masked by 1301");
        assertThat(after.id()).isEqualTo(before.id());
    }

    @Test
    void inASetUpOrAFactoryItHasAnEntryOfItsOwn() {
        var result = harness(SetUpTestCases.class, SilentSetUpTestCases.class, FactoryTestCases.class)
                .run()
                .isConsistent();

        assertThat(result.journal().tests())
                .extracting(test -> test.displayName() + " " + test.verdict())
                .containsExactlyInAnyOrder(
                        "test() PASSED",
                        "KnownIssueTests$SetUpTestCases (container) FAILED_AS_EXPECTED",
                        "test() PASSED",
                        "KnownIssueTests$SilentSetUpTestCases (container) PASSED_UNEXPECTEDLY",
                        "one PASSED",
                        "tests() (container) FAILED_AS_EXPECTED");
    }

    @Test
    void aPartThatDidNotFailIsNoLessASurpriseWhenTheRestFailsAsExpectedOrAborts() {
        var result = harness(SilentPartTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.PASSED_UNEXPECTEDLY).hasSize(2);
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.incident()).isEqualTo("1278"));
    }

    @Test
    void aTestThatAbortsAfterAPartLeavesItsIncidentUnverified() {
        assertThat(harness(SilentPartTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .test("aborts")
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
        assertThat(harness(AbortedPartTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    private static void refuse() throws ConnectException {
        throw new ConnectException("Connection refused");
    }

    static class PartTestCases {
        @Test
        void forgiven() throws Exception {
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
        }

        @Test
        void restFails() throws Exception {
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
            fail("the rest counts");
        }

        @Test
        void otherReason() {
            KnownIssue.of("1278").run(() -> fail("a bug"));
        }

        @Test
        void caught() {
            assertThatThrownBy(() -> KnownIssue.of("1278").run(() -> fail("a bug")))
                    .hasMessage("a bug");
        }

        @Test
        void wrongSymptom() throws Exception {
            KnownIssue.of("1278").symptom("staging-unavailable").run(KnownIssueTests::refuse);
        }

        @Test
        void didNotFail() {
            KnownIssue.of("1278").run(() -> {});
        }

        @Test
        void intermittent() {
            assertThat(KnownIssue.of("1278").intermittent().call(() -> "fine")).contains("fine");
        }

        @Test
        void unknownIncident() {
            KnownIssue.of("1287").run(() -> {});
        }

        @Test
        void nested() {
            KnownIssue.of("1278")
                    .run(() -> KnownIssue.of("1301").run(() -> {
                        throw new IllegalStateException("quota exceeded");
                    }));
        }

        @Test
        void inAnotherThread() throws Exception {
            var issue = KnownIssue.of("1278");
            var thread = new Thread(() -> {
                try {
                    issue.run(KnownIssueTests::refuse);
                } catch (ConnectException e) {
                    throw new IllegalStateException("not forgiven", e);
                }
            });
            thread.start();
            thread.join();
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ConstantTestCases {

        private static final KnownIssue OUTAGE = KnownIssue.of("1278");

        @Test
        void fails() throws Exception {
            OUTAGE.run(KnownIssueTests::refuse);
        }

        @Test
        void failsToo() throws Exception {
            OUTAGE.run(KnownIssueTests::refuse);
        }

        @Test
        void inAnotherThread() throws Throwable {
            var failure = new CompletableFuture<Throwable>();
            var thread = new Thread(() -> failure.complete(catchThrowable(() -> OUTAGE.run(KnownIssueTests::refuse))));
            thread.start();
            throw failure.get();
        }

        @Test
        void passes() {
            OUTAGE.run(() -> {});
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases {

        private final KnownIssue outage = KnownIssue.of("1278");

        @Test
        void fails() throws Exception {
            outage.run(KnownIssueTests::refuse);
        }

        @Test
        void passes() {
            outage.run(() -> {});
        }
    }

    static class SlowTestCases {
        @Test
        void test() throws Exception {
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
        }
    }

    static class AbortedPartTestCases {
        @Test
        void test() {
            KnownIssue.of("1278").run(() -> Assumptions.abort("not here"));
        }
    }

    static class ParallelTestCases {
        @RepeatedTest(20)
        void known() throws Exception {
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
        }

        @RepeatedTest(20)
        void plain() {}
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class SoakTestCases {
        static final AtomicInteger SET_UPS = new AtomicInteger();

        @BeforeAll
        static void setUp() {
            SET_UPS.incrementAndGet();
        }

        @Test
        void passes() {}

        @Test
        void hangs() {
            var never = new CountDownLatch(1);
            boolean done = false;
            while (!done) {
                try {
                    done = !never.await(2, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    // Deaf on purpose: the limit must hold all the same.
                    done = false;
                }
            }
        }
    }

    @FailsUntilFixed({"1278", "1301"})
    static class SeveralTestCases {
        @Test
        void first() throws Exception {
            refuse();
        }

        @Test
        void second() {
            throw new IllegalStateException("quota exceeded");
        }
    }

    @FailsUntilFixed({"1278", "1301"})
    static class MovingTestCases {

        private static boolean moved;

        @Test
        void test() throws Exception {
            if (moved) {
                throw new IllegalStateException("quota exceeded");
            }
            refuse();
        }
    }

    static class SetUpTestCases {
        @BeforeAll
        static void setUp() throws Exception {
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
        }

        @Test
        void test() {}
    }

    static class SilentSetUpTestCases {
        @BeforeAll
        static void setUp() {
            KnownIssue.of("1278").run(() -> {});
        }

        @Test
        void test() {}
    }

    static class FactoryTestCases {
        @TestFactory
        Stream<DynamicNode> tests() throws Exception {
            KnownIssue.of("1278").run(KnownIssueTests::refuse);
            return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
        }
    }

    static class SilentPartTestCases {
        @Test
        @FailsUntilFixed("1301")
        void fails() {
            KnownIssue.of("1278").run(() -> {});
            throw new IllegalStateException("quota exceeded");
        }

        @Test
        void aborts() {
            KnownIssue.of("1278").run(() -> {});
            Assumptions.abort("not here");
        }
    }
}
