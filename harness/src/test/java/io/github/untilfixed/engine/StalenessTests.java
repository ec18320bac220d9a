package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.OnlyInvocations;
import io.github.untilfixed.Probe;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StalenessTests {

    private static final String ENTRY = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2026-01-31
                state: %s
                symptoms:
                  refused:
                    message: refused
            """;

    private static final String TESTS = "io.github.untilfixed.engine.StalenessTests";

    @Test
    void theReviewDateCountsToItsEndInUtc() {
        var before =
                kit("open").with("untilfixed.now", "2026-01-31T23:59:59Z").run().isConsistent();
        assertThat(before.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED);

        var after =
                kit("open").with("untilfixed.now", "2026-02-01T00:00:00Z").run().isConsistent();
        assertThat(after.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.EXPIRED);
        assertThat(after.journal().tests().get(0).explanation()).contains(":2: incident 1278 was to be reviewed by");
        assertThat(after.journal().tests().get(1).explanation()).contains("ask platform");
    }

    @Test
    void theReviewDateCountsForPartsOfTestsToo() {
        var kit = harness(PartTestCases.class).registry(ENTRY.formatted("open"));

        assertThat(kit.with("untilfixed.now", "2026-01-31").run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED_AS_EXPECTED);
        assertThat(kit.with("untilfixed.now", "2026-02-01").run().isConsistent().verdicts())
                .containsExactly(Verdict.EXPIRED);
    }

    @Test
    void aClosedIncidentMustNotBeNamedAnyMore() {
        assertThat(kit("closed")
                        .with("untilfixed.now", "2026-01-01")
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.HARNESS_ERROR, Verdict.EXPIRED);
    }

    @Test
    void theStateOfTheRegistryFlipsLikeTheConfiguration() {
        assertThat(kit("fix-claimed")
                        .with("untilfixed.now", "2026-03-01")
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.STILL_BROKEN);
    }

    @Test
    void everythingThatHasNoEffectIsSaidAtOnce() {
        var unnamed = Integer.toString(271_828);
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open") + """
                            expectations:
                              - class: %1$sX
                              - class: %1$s$RefusingTestCases
                                method: nothing
                              - tag: no-such-tag-%2$s
                              - package: no.such.package
                            probe:
                              class: java.lang.String
                          - id: "%2$s"
                            title: Nobody names me
                            kind: code
                            owner: nobody
                            opened: 2025-09-15
                            review-by: 2099-01-31
                            symptoms:
                              any:
                                message: any
                        """.formatted(TESTS, unnamed))
                .run();

        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .hasSize(6)
                .anyMatch(line -> line.contains("there is no class " + TESTS + "X"))
                .anyMatch(line -> line.contains("has no method nothing; it has [refuses]"))
                .anyMatch(line -> line.contains("no test has the tag no-such-tag"))
                .anyMatch(line -> line.contains("there is no package no.such.package"))
                .anyMatch(line -> line.contains("is not a class that implements"))
                .anyMatch(line -> line.contains("no test names incident " + unnamed));
    }

    @Test
    void anExpectationOnAMethodThatIsNoTestIsSaid() {
        var result = harness(MisplacedTestCases.class)
                .registry(ENTRY.formatted("open"))
                .with("untilfixed.now", "2026-01-01")
                .run();

        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .singleElement(as(STRING))
                .contains("MisplacedTestCases.prepares: @FailsUntilFixed has no effect", "put it on the tests");
        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void theSameTestDeclaredTwiceAndDifferentlyIsAProblem() {
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open") + """
                            expectations:
                              - class: %s$RefusingTestCases
                                intermittent: true
                        """.formatted(TESTS))
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.GATED);
        assertThat(result.journal().tests().get(0).explanation()).contains("declared twice and differently");
    }

    @Test
    void aMalformedRegistryNamesEveryProblemWithItsLine() {
        var result = harness(RefusingTestCases.class).registry("""
                        incidents:
                          - id: "1278"
                            title: x
                            kind: infra
                            owner: platform
                            opened: 15.9.2025
                            review_by: 2026-01-31
                            symptoms:
                              all: {origin: test}
                        """).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.GATED);
        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .hasSize(5)
                .anyMatch(line -> line.contains(":4: incident 1278: 'kind' is 'infra'; allowed: infrastructure, code"))
                .anyMatch(line -> line.contains(":6: incident 1278: 'opened' is '15.9.2025'"))
                .anyMatch(line -> line.contains(":7: incident 1278: unknown key 'review_by'; did you mean review-by?"))
                .anyMatch(line -> line.contains("'review-by' is missing"))
                .anyMatch(line -> line.contains("would match every failure"));
    }

    @Test
    void aRegistryThatIsMissingIsAProblem() {
        var result = harness(RefusingTestCases.class)
                .with("untilfixed.incidents", "no/such/file.yaml")
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.GATED);
        assertThat(result.journal().tests().get(0).explanation()).contains("no/such/file.yaml", "untilfixed.incidents");
    }

    @Test
    void aFlippedIncidentThatNoTestNamesIsUnverified() {
        var result = harness(PassingTestCases.class).postFix().run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.UNVERIFIED);
        assertThat(result.journal().end().map(EndRecord::unverified).orElseThrow())
                .containsExactly("1278");
    }

    @Test
    void aClosedIncidentOwesNoProofUnlessItIsAskedForAlone() {
        var kit = harness(PassingTestCases.class).registry(ENTRY.formatted("closed"));

        assertThat(kit.with("untilfixed.mode", "post-fix").run().isConsistent().verdicts())
                .containsExactly(Verdict.PASSED);
        assertThat(kit.postFix().run().isConsistent().verdicts()).containsExactly(Verdict.PASSED, Verdict.UNVERIFIED);
    }

    @Test
    void aFlipThatNamesNoIncidentIsRedAndNoProof() {
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .with("untilfixed.post-fix", "1287,13*")
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR, Verdict.FAILED_AS_EXPECTED);
        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("untilfixed.post-fix: '1287' flips no incident of ")
                        && line.endsWith("; did you mean 1278? Known incidents: 1278"))
                .anyMatch(line -> line.startsWith("untilfixed.post-fix: '13*' flips no incident of "));
        assertThat(kit("open")
                        .with("untilfixed.now", "2026-01-01")
                        .with("untilfixed.post-fix", "12*")
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.STILL_BROKEN);
    }

    @Test
    void aTierThatSelectsNothingIsRed() {
        var result = harness(PassingTestCases.class)
                .with("untilfixed.tier", "infrastructure")
                .run();

        assertThat(result.verdicts()).containsExactly(Verdict.HARNESS_ERROR);
        assertThat(result.journal().tests().get(0).explanation())
                .contains("infrastructure", "selects none of the 1 tests");
    }

    @Test
    void whenAllTestsOfAnIncidentPassTheRunSaysWhatToDelete() {
        var result = harness(FixedTestCases.class).postFix().run().isConsistent();
        var end = result.journal().end().orElseThrow();

        assertThat(end.fixed()).containsExactly("1278");
        assertThat(end.deletions())
                .anyMatch(line -> line.contains("src/test/java/io/github/untilfixed/engine/StalenessTests.java:")
                        && line.contains("delete @FailsUntilFixed"))
                .anyMatch(line -> line.contains("src/test/resources/incidents.yaml:")
                        && line.contains("delete the entry of incident 1278"));
        assertThat(harness(FixedTestCases.class)
                        .run()
                        .journal()
                        .end()
                        .orElseThrow()
                        .fixed())
                .containsExactly("1278");
        assertThat(harness(FixedTestCases.class)
                        .run()
                        .journal()
                        .end()
                        .orElseThrow()
                        .deletions())
                .isEmpty();
    }

    @Test
    void aProbeThatShowsTheIncidentSparesItsTests() {
        var probe = """
                    probe:
                      class: %s$RefusedProbe
                """.formatted(TESTS);
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open") + probe)
                .run()
                .isConsistent();
        assertThat(result.verdicts()).containsExactly(Verdict.GATED);
        assertThat(result.only().incident()).isEqualTo("1278");
        assertThat(result.only().outcome().reason()).contains("blocked by incident 1278", "Connection refused");

        var healthy = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open") + probe.replace("RefusedProbe", "HealthyProbe"))
                .run()
                .isConsistent();
        assertThat(healthy.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED);

        var flipped = kit("open")
                .postFix()
                .registry(ENTRY.formatted("open") + probe)
                .run()
                .isConsistent();
        assertThat(flipped.verdicts()).containsExactly(Verdict.STILL_BROKEN);
    }

    /** Each of these probes answers only while the others are being asked: one after the other they would run into their limit. */
    @Test
    void allProbesAreAskedAtTheSameTime() {
        var probe = """
                    probe:
                      class: %s$MeetingProbe
                      timeout: 30s
                """.formatted(TESTS);
        var entry = ENTRY.formatted("open") + probe;
        var entries = entry.replace("incidents:\n", "");
        MeetingProbe.meeting = new CyclicBarrier(3);

        var result = harness(ThreeIncidentsTestCases.class)
                .with("untilfixed.now", "2026-01-01")
                .registry(entry + entries.replace("1278", "1301") + entries.replace("1278", "1302"))
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.GATED).hasSize(3);
    }

    @Test
    void aSelectorThatNoTestOfItsClassFitsHasNoEffect() {
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open") + """
                            expectations:
                              - class: %1$s$RefusingTestCases
                                tag: unit
                              - method: nothing-%2$d
                        """.formatted(TESTS, 271_829))
                .run();

        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .hasSize(2)
                .anyMatch(line -> line.contains("none of the tests of that class fits all of it"))
                .anyMatch(line -> line.contains("no class has a method nothing-271829"));
    }

    @Test
    void aProbeThatHangsIsGivenUpAtItsOwnLimit() {
        var result = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .registry(ENTRY.formatted("open")
                                .replace("message: refused", "message: timed out\n        origin: timeout")
                        + """
                            probe:
                              class: %s$HangingProbe
                              timeout: 50ms
                        """.formatted(TESTS))
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.GATED);
        assertThat(result.only().outcome().reason())
                .contains("blocked by incident 1278", "timed out after PT0.05S, the limit of the probe");
    }

    @Test
    void singleInvocationsCanBeExpectedToFail() {
        var result = harness(InvocationTestCases.class).run().isConsistent();

        assertThat(result.journal().tests())
                .extracting(test -> test.methodName() + " " + test.displayName() + " " + test.verdict())
                .containsExactlyInAnyOrder(
                        "byIndex [1] 1 PASSED",
                        "byIndex [2] 2 FAILED_AS_EXPECTED",
                        "byName [1] 1 PASSED",
                        "byName [2] 2 FAILED_AS_EXPECTED",
                        "byPredicate [1] 1 PASSED",
                        "byPredicate [2] 2 FAILED_AS_EXPECTED");
    }

    @Test
    void expectedFailuresCanBeShownAsPassedAndUnexpectedPassesAsWarnings() {
        var passed = kit("open")
                .with("untilfixed.now", "2026-01-01")
                .with("untilfixed.expected-failure-as", "passed")
                .run();
        assertThat(passed.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED);
        assertThat(passed.junit().testEvents().succeeded().count()).isEqualTo(1);
        assertThat(passed.junit().allEvents().reportingEntryPublished().stream().map(Object::toString))
                .anyMatch(entry -> entry.contains("FAILED_AS_EXPECTED") && entry.contains("refused"));

        var warned = harness(FixedTestCases.class)
                .with("untilfixed.unexpected-pass", "warn")
                .run();
        assertThat(warned.verdicts()).containsExactly(Verdict.PASSED_UNEXPECTEDLY);
        assertThat(warned.junit().testEvents().succeeded().count()).isEqualTo(1);
    }

    private static HarnessTestKit kit(String state) {
        return harness(RefusingTestCases.class).registry(ENTRY.formatted(state));
    }

    static void refuseSecond(int number) throws ConnectException {
        if (number == 2) {
            throw new ConnectException("Connection refused");
        }
    }

    /** Shows the incident. */
    public static final class RefusedProbe implements Probe {
        @Override
        public void check() throws ConnectException {
            throw new ConnectException("Connection refused");
        }
    }

    /** Shows the incident once all are there. */
    public static final class MeetingProbe implements Probe {
        private static CyclicBarrier meeting = new CyclicBarrier(1);

        @Override
        public void check() throws Exception {
            meeting.await();
            throw new ConnectException("Connection refused");
        }
    }

    /** Never answers. */
    public static final class HangingProbe implements Probe {
        @Override
        public void check() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Shows nothing. */
    public static final class HealthyProbe implements Probe {
        @Override
        public void check() {}
    }

    /** Picks by argument. */
    public static final class IsTwo implements io.github.untilfixed.InvocationPredicate {
        @Override
        public boolean test(int index, String displayName, List<@org.jspecify.annotations.Nullable Object> arguments) {
            return arguments.equals(List.of(2));
        }
    }

    static class RefusingTestCases {
        @Test
        @FailsUntilFixed("1278")
        void refuses() throws Exception {
            throw new ConnectException("Connection refused");
        }
    }

    static class MisplacedTestCases {
        @BeforeEach
        @FailsUntilFixed("1278")
        void prepares() {}

        @Test
        @FailsUntilFixed("1278")
        void refuses() throws Exception {
            throw new ConnectException("Connection refused");
        }
    }

    static class ThreeIncidentsTestCases {
        @Test
        @FailsUntilFixed("1278")
        void one() {}

        @Test
        @FailsUntilFixed("1301")
        void two() {}

        @Test
        @FailsUntilFixed("1302")
        void three() {}
    }

    static class PartTestCases {
        @Test
        void refusesInPart() throws Exception {
            KnownIssue.of("1278").run(() -> {
                throw new ConnectException("Connection refused");
            });
        }
    }

    @UnitTier
    static class PassingTestCases {
        @Test
        void passes() {
            assertThat(this).isNotNull();
        }
    }

    static class FixedTestCases {
        @Test
        @FailsUntilFixed("1278")
        void passes() {
            if (this.toString().isEmpty()) {
                fail("never");
            }
        }
    }

    static class InvocationTestCases {
        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 2)
        void byIndex(int number) throws Exception {
            refuseSecond(number);
        }

        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        @OnlyInvocations(displayName = "2$")
        void byName(int number) throws Exception {
            refuseSecond(number);
        }

        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        @OnlyInvocations(matching = IsTwo.class)
        void byPredicate(int number) throws Exception {
            refuseSecond(number);
        }
    }
}
