package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static io.github.untilfixed.engine.HarnessTestKit.selecting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The traps that tools of this kind are known to fall into, each by name. */
class TrapTests {

    @Test
    void aTearDownThatFailsOtherwiseIsNotHiddenByAnExpectedFailure() {
        var record = harness(TearDownTestCases.class).run().isConsistent().only();

        assertThat(record.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(record.explanation()).contains("1 of 2 failures do not match", "leaked", "TEAR_DOWN");
        assertThat(record.outcome().failures())
                .extracting(TestRecord.FailureEntry::origin)
                .containsExactly("TEST", "TEAR_DOWN");
    }

    @Test
    void oneNewFailureAmongCollectedOnesIsNotForgiven() {
        var result = harness(SoftTestCases.class).run().isConsistent();

        assertThat(result.test("allKnown").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("oneNew").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("oneNew").explanation())
                .contains("1 of 2 failures do not match", "expected 200")
                .doesNotContain("Connection refused");
        assertThat(result.test("assertjAllKnown").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("assertjOneNew").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("nested").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
    }

    @Test
    void aMessageThatIsNullDoesNotMatchAndDoesNotBreakAnything() {
        assertThat(harness(NullMessageTestCases.class)
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.FAILED_DIFFERENTLY);
    }

    @Test
    void anAssumptionIsEvidenceOfNothing() {
        var result = harness(AssumingTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.SKIPPED).hasSize(2);
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.outcome().reason()).contains("not on this machine"));
        assertThat(harness(AssumingTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsOnly(Verdict.UNVERIFIED);
    }

    @Test
    void aDisabledClassKeepsItsTestsInTheJournalAndIsUnverifiedAfterTheFlip() {
        var incident = harness(DisabledTestCases.class).run();
        assertThat(incident.verdicts()).containsExactly(Verdict.SKIPPED, Verdict.SKIPPED);

        var postFix = harness(DisabledTestCases.class).postFix().run().isConsistent();
        assertThat(postFix.verdicts()).containsExactly(Verdict.UNVERIFIED, Verdict.UNVERIFIED);
        assertThat(postFix.journal().end().orElseThrow().unverified()).containsExactly("1278");
    }

    @Test
    void anOutOfMemoryErrorIsNeverForgivenAndNoTestVanishes() {
        var result = harness(MemoryTestCases.class).run();

        assertThat(result.journal().tests()).hasSize(3);
        assertThat(result.test("exhausts").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("exhausts").explanation()).contains("never forgiven");
        assertThat(result.test("exhausts").outcome().failures().get(0).origin()).isEqualTo("TEST");
        assertThat(result.journal().end()).isPresent();
    }

    @Test
    void aFailingMethodOrdererIsNamedAndLosesNoOtherTest() {
        var result = selecting(selectClass(OrderedTestCases.class), selectClass(PlainTestCases.class))
                .run();

        assertThat(result.journal().tests().get(0).outcome().failures().get(0).origin())
                .isEqualTo("DISCOVERY");
        assertThat(result.journal().tests().get(0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.journal().tests()).hasSizeGreaterThan(1);
    }

    @Test
    void aClassThatCannotBeLoadedIsADiscoveryFailure() {
        var result = selecting(selectClass("no.such.ClassTests"), selectClass(PlainTestCases.class))
                .run();

        assertThat(result.journal().tests().get(0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.journal().tests().get(0).explanation()).contains("no.such.ClassTests");
        assertThat(result.test("passes").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aWatcherThatThrowsChangesNothing() {
        assertThat(harness(WatchedTestCases.class).run().isConsistent().only().verdict())
                .isEqualTo(Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void templatesThatNeverExpandGetOneEntryEach() {
        var result = harness(NeverExpandedTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.FAILED).hasSize(3);
        assertThat(result.journal().run().planned()).isEqualTo(3);
    }

    @Test
    void aMethodOverridesItsClassAndExpectationsAreInherited() {
        var result = harness(DerivedTestCases.class).run().isConsistent();

        assertThat(result.test("inherited").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.test("overridden").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.test("meta").verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("nested").verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void theSameTestInTwoTiersIsAProblem() {
        var result = harness(TwoTiersTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).first().isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.journal().tests().get(0).explanation()).contains("more than one tier");
        assertThat(result.verdicts().subList(1, result.verdicts().size())).containsOnly(Verdict.GATED);
    }

    @Test
    void uniqueIdsRunAgainAlsoThoseOfPlainJupiter() {
        var ids = harness(MixedTestCases.class).run().journal().tests().stream()
                .map(TestRecord::id)
                .toList();
        assertThat(ids).hasSize(3);
        for (var id : ids) {
            assertThat(selecting(selectUniqueId(id)).run().isConsistent().only().id())
                    .isEqualTo(id);
        }
        var plain = "[engine:junit-jupiter]/[class:" + MixedTestCases.class.getName() + "]/[method:unit()]";
        assertThat(selecting(selectUniqueId(plain)).run().isConsistent().only().tier())
                .isEqualTo("unit");
    }

    @Test
    void plainTestsAreNamedAndEndAsUnderPlainJupiter() {
        var plain = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PlainTestCases.class))
                .execute()
                .testEvents();
        var ours = harness(PlainTestCases.class).run().isConsistent().junit().testEvents();

        assertThat(ours.finished().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactlyElementsOf(plain.finished().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName())
                        .toList());
        assertThat(ours.succeeded().count()).isEqualTo(plain.succeeded().count());
        assertThat(ours.failed().count()).isEqualTo(plain.failed().count());
        assertThat(ours.aborted().count()).isEqualTo(plain.aborted().count());
        assertThat(ours.skipped().count()).isEqualTo(plain.skipped().count());
    }

    @Test
    void aRedLowerTierHoldsTheOthersBackOneByOne() {
        var result = harness(GatedTestCases.class).run().isConsistent();

        assertThat(result.test("unit").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("integration").verdict()).isEqualTo(Verdict.GATED);
        assertThat(result.test("integration").outcome().reason()).contains("tier unit");
        assertThat(harness(GatedTestCases.class)
                        .with("untilfixed.gate", "none")
                        .run()
                        .test("integration")
                        .verdict())
                .isEqualTo(Verdict.FAILED_AS_EXPECTED);
        assertThat(harness(GatedTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .test("integration")
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void anExpectedFailureDoesNotCloseTheGate() {
        var result = harness(OpenGateTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.FAILED_AS_EXPECTED, Verdict.PASSED);
    }

    @Test
    void aTestThatCanShowNothingIsFlagged() {
        var result = harness(HollowBodyTestCases.class).run();

        assertThat(result.test("showsNothing").flags()).containsExactly("HOLLOW");
        assertThat(result.test("showsSomething").flags()).isEmpty();
    }

    @Test
    void aFactoryWithoutTestsIsOnRecord() {
        assertThat(harness(EmptyFactoryTestCases.class).run().only().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(harness(EmptyFactoryTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @FailsUntilFixed("1278")
    static class TearDownTestCases {
        @Test
        void test() throws Exception {
            throw new ConnectException("Connection refused");
        }

        @AfterEach
        void tearDown() {
            throw new IllegalStateException("leaked");
        }
    }

    @FailsUntilFixed("1278")
    static class SoftTestCases {
        @Test
        void allKnown() {
            assertAll(SoftTestCases::refuse, SoftTestCases::refuse);
        }

        @Test
        void oneNew() {
            assertAll(SoftTestCases::refuse, () -> fail("expected 200"));
        }

        @Test
        void nested() {
            assertAll(SoftTestCases::refuse, () -> assertAll(SoftTestCases::refuse, () -> fail("expected 200")));
        }

        @Test
        void assertjAllKnown() {
            SoftAssertions.assertSoftly(softly -> {
                softly.fail("no", new ConnectException("Connection refused"));
                softly.fail("no", new ConnectException("Connection refused again"));
            });
        }

        @Test
        void assertjOneNew() {
            SoftAssertions.assertSoftly(softly -> {
                softly.fail("no", new ConnectException("Connection refused"));
                softly.assertThat(404).isEqualTo(200);
            });
        }

        private static void refuse() throws ConnectException {
            throw new ConnectException("Connection refused");
        }
    }

    @FailsUntilFixed("1278")
    static class NullMessageTestCases {
        @Test
        void test() throws Exception {
            throw new ConnectException();
        }
    }

    @FailsUntilFixed("1278")
    static class AssumingTestCases {
        @BeforeAll
        static void setUp() {
            Assumptions.abort("not on this machine");
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {}
    }

    @Disabled("for now")
    @FailsUntilFixed("1278")
    static class DisabledTestCases {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class MemoryTestCases {
        @Test
        void before() {}

        @Test
        @FailsUntilFixed("1278")
        void exhausts() {
            throw new OutOfMemoryError("Connection refused");
        }

        @Test
        void later() {}
    }

    static class FailingOrderer implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            List<? extends MethodDescriptor> none = List.of();
            throw new IllegalStateException("no order for " + none);
        }
    }

    @TestMethodOrder(FailingOrderer.class)
    static class OrderedTestCases {
        @Test
        void passes() {}
    }

    static class PlainTestCases {
        @Test
        void passes() {}

        @Test
        void fails() {
            fail("plainly");
        }

        @Test
        void aborts() {
            Assumptions.abort("plainly");
        }

        @Test
        @Disabled("plainly")
        void disabled() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number) {}
    }

    static class ThrowingWatcher implements TestWatcher {
        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            throw new IllegalStateException("watcher");
        }
    }

    @ExtendWith(ThrowingWatcher.class)
    static class WatchedTestCases {
        @Test
        @FailsUntilFixed("1278")
        void test() throws Exception {
            throw new ConnectException("Connection refused");
        }
    }

    static class NeverExpandedTestCases {
        @BeforeAll
        static void setUp() {
            fail("no set-up");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number) {}

        @TestFactory
        Stream<DynamicNode> factory() {
            return Stream.of();
        }

        @Nested
        class Inner {
            @Test
            void nested() {}
        }
    }

    @FailsUntilFixed("1278")
    abstract static class BaseTestCases {
        @Test
        void inherited() throws Exception {
            throw new ConnectException("Connection refused");
        }
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @FailsUntilFixed(value = "1278", symptom = "staging-unavailable")
    @interface StagingDown {}

    static class DerivedTestCases extends BaseTestCases {
        @Test
        @FailsUntilFixed({})
        void overridden() {}

        @Test
        @StagingDown
        void meta() throws Exception {
            throw new ConnectException("Connection refused");
        }

        @Nested
        class Inner {
            @Test
            void nested() throws Exception {
                throw new ConnectException("Connection refused");
            }
        }
    }

    @UnitTier
    static class TwoTiersTestCases {
        @Test
        @IntegrationTier
        void both() {}
    }

    static class MixedTestCases {
        @Test
        void untiered() {}

        @Test
        @UnitTier
        void unit() {}

        @Test
        @IntegrationTier
        void integration() {}
    }

    static class GatedTestCases {
        @Test
        @UnitTier
        void unit() {
            fail("a bug");
        }

        @Test
        @IntegrationTier
        @FailsUntilFixed("1278")
        void integration() throws Exception {
            throw new ConnectException("Connection refused");
        }
    }

    static class OpenGateTestCases {
        @Test
        @UnitTier
        @FailsUntilFixed("1278")
        void unit() throws Exception {
            throw new ConnectException("Connection refused");
        }

        @Test
        @IntegrationTier
        void integration() {}
    }

    static class HollowBodyTestCases {
        @Test
        void showsNothing() {
            System.identityHashCode(this);
        }

        @Test
        void showsSomething() {
            assertThat(this).isNotNull();
        }
    }

    static class EmptyFactoryTestCases {
        @TestFactory
        @FailsUntilFixed("1278")
        Stream<DynamicNode> tests() {
            return Stream.of();
        }
    }
}
