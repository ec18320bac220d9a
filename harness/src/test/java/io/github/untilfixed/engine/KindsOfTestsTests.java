package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Runs;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The annotation works alike on every kind of test, where other tools silently do nothing. */
class KindsOfTestsTests {

    /** A kind of test, and how many verdicts its fixture is owed: one of two invocations refuses. */
    enum Kind {
        TEST(TestTestCases.class, 2),
        PARAMETERIZED_TEST(ParameterizedTestCases.class, 2),
        REPEATED_TEST(RepeatedTestCases.class, 2),
        TEST_FACTORY(FactoryTestCases.class, 2),
        DYNAMIC_CONTAINERS(ContainerTestCases.class, 2),
        TEST_TEMPLATE(TemplateTestCases.class, 2),
        NESTED(NestedTestCases.class, 2),
        PARAMETERIZED_CLASS(ParameterizedClassTestCases.class, 2),
        NESTED_PARAMETERIZED_CLASS(NestedParameterizedTestCases.class, 4);

        private final Class<?> fixture;
        private final int tests;

        Kind(Class<?> fixture, int tests) {
            this.fixture = fixture;
            this.tests = tests;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isForgivenWhereItShowsTheSymptomAndASurpriseWhereItDoesNot(Kind kind) {
        counts(harness(kind.fixture), kind, Verdict.FAILED_AS_EXPECTED, Verdict.PASSED_UNEXPECTEDLY);
    }

    @ParameterizedTest
    @EnumSource
    void isTheProofAfterTheFlip(Kind kind) {
        counts(harness(kind.fixture).postFix(), kind, Verdict.STILL_BROKEN, Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void isForgivenWhenTestsRunAtTheSameTime(Kind kind) {
        counts(
                harness(kind.fixture)
                        .with("junit.jupiter.execution.parallel.enabled", "true")
                        .with("junit.jupiter.execution.parallel.mode.default", "concurrent"),
                kind,
                Verdict.FAILED_AS_EXPECTED,
                Verdict.PASSED_UNEXPECTEDLY);
    }

    private static void counts(HarnessTestKit kit, Kind kind, Verdict ofRefusing, Verdict ofPassing) {
        var verdicts = kit.run().isConsistent().verdicts();

        assertThat(verdicts).hasSize(kind.tests);
        assertThat(verdicts).filteredOn(ofRefusing::equals).hasSize(kind.tests / 2);
        assertThat(verdicts).filteredOn(ofPassing::equals).hasSize(kind.tests / 2);
    }

    @Test
    void testsThatOnlyBurnTimeAreHeldBackWhateverTheirKind() {
        var result = harness(BurningTestCases.class, BurningParameterizedTestCases.class)
                .run();

        assertThat(result.verdicts()).containsOnly(Verdict.SKIPPED).hasSize(5);
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.outcome().reason()).contains("only after the flip"));
        assertThat(harness(BurningTestCases.class, BurningParameterizedTestCases.class)
                        .postFix()
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsOnly(Verdict.STILL_BROKEN)
                .hasSize(6);
    }

    @Test
    void methodsOfAParameterizedClassAreHeldBackAloneAndItsOtherTestsRun() {
        var result = harness(PartlyBurningTestCases.class).run().isConsistent();

        assertThat(result.journal().tests())
                .extracting(test -> test.methodName() + " " + test.verdict())
                .containsExactlyInAnyOrder("burns SKIPPED", "burns SKIPPED", "runs PASSED", "runs PASSED");
    }

    @Test
    void aParameterizedClassThatIsSkippedLeavesTheIncidentsOfItsTestsUnverified() {
        for (var fixture : List.of(DisabledClassTestCases.class, DisabledMethodsTestCases.class)) {
            assertThat(harness(fixture).run().verdicts()).containsExactly(Verdict.SKIPPED);
            assertThat(harness(fixture).postFix().run().isConsistent().verdicts())
                    .containsExactly(Verdict.UNVERIFIED);
        }
    }

    @Test
    void whatFailsForAllTestsOfAParameterizedClassIsForgivenOnlyIfItIsForEach() {
        assertThat(harness(BlockedClassTestCases.class).run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED_AS_EXPECTED);
        assertThat(harness(MixedClassTestCases.class).run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED);
    }

    static void refuse(int number) throws ConnectException {
        if (number == 1) {
            throw new ConnectException("Connection refused");
        }
    }

    static Stream<DynamicNode> nodes() {
        return Stream.of(dynamicTest("one", () -> refuse(1)), dynamicTest("two", () -> refuse(2)));
    }

    static class TestTestCases {
        @Test
        @FailsUntilFixed("1278")
        void one() throws Exception {
            refuse(1);
        }

        @Test
        @FailsUntilFixed("1278")
        void two() throws Exception {
            refuse(2);
        }
    }

    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    static class RepeatedTestCases {
        @RepeatedTest(2)
        @FailsUntilFixed("1278")
        void test(org.junit.jupiter.api.RepetitionInfo info) throws Exception {
            refuse(info.getCurrentRepetition());
        }
    }

    static class FactoryTestCases {
        @TestFactory
        @FailsUntilFixed("1278")
        Stream<DynamicNode> tests() {
            return nodes();
        }
    }

    static class ContainerTestCases {
        @TestFactory
        @FailsUntilFixed("1278")
        Stream<DynamicNode> tests() {
            return Stream.of(dynamicContainer("outer", Stream.of(dynamicContainer("inner", nodes()))));
        }
    }

    static class Twice implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }

    static class TemplateTestCases {
        @TestTemplate
        @ExtendWith(Twice.class)
        @FailsUntilFixed("1278")
        void test(org.junit.jupiter.api.TestInfo info) throws Exception {
            refuse(info.getDisplayName().contains("1") ? 1 : 2);
        }
    }

    @FailsUntilFixed("1278")
    static class NestedTestCases {
        @Nested
        class Inner {
            @Test
            void one() throws Exception {
                refuse(1);
            }

            @Test
            void two() throws Exception {
                refuse(2);
            }
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @FailsUntilFixed("1278")
    static class ParameterizedClassTestCases {
        @Parameter
        int number;

        @Test
        void test() throws Exception {
            refuse(number);
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @FailsUntilFixed("1278")
    static class NestedParameterizedTestCases {
        @Parameter
        int number;

        @Nested
        @ParameterizedClass
        @MethodSource("io.github.untilfixed.engine.KindsOfTestsTests#letters")
        class Inner {
            @Parameter
            String letter = "";

            @Test
            void test() throws Exception {
                assertThat(letter).isNotEmpty();
                refuse(number);
            }
        }
    }

    static List<String> letters() {
        return List.of("a", "b");
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class BurningTestCases {
        @Test
        void test() throws Exception {
            refuse(1);
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(int number) throws Exception {
            refuse(number);
        }

        @TestFactory
        Stream<DynamicNode> factory() {
            return nodes().limit(1);
        }

        @Nested
        class Inner {
            @Test
            void test() throws Exception {
                refuse(1);
            }
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 1})
    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class BurningParameterizedTestCases {
        @Parameter
        int number;

        @Test
        void test() throws Exception {
            refuse(number);
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 1})
    static class PartlyBurningTestCases {
        @Parameter
        int number;

        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void burns() throws Exception {
            refuse(number);
        }

        @Test
        void runs() {
            assertThat(number).isEqualTo(1);
        }
    }

    @Disabled("for now")
    @ParameterizedClass
    @ValueSource(ints = {1, 1})
    @FailsUntilFixed("1278")
    static class DisabledClassTestCases {
        @Parameter
        int number;

        @Test
        void test() {}
    }

    @Disabled("for now")
    @ParameterizedClass
    @ValueSource(ints = {1, 1})
    static class DisabledMethodsTestCases {
        @Parameter
        int number;

        @Test
        @FailsUntilFixed("1278")
        void test() {}

        @Test
        void other() {}
    }

    static class BlockedClassTestCases {
        @BeforeAll
        static void setUp() throws Exception {
            refuse(1);
        }

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 1})
        @FailsUntilFixed("1278")
        class Inner {
            @Parameter
            int number;

            @Test
            void test() {}
        }
    }

    static class MixedClassTestCases {
        @BeforeAll
        static void setUp() throws Exception {
            refuse(1);
        }

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 1})
        class Inner {
            @Parameter
            int number;

            @Test
            @FailsUntilFixed("1278")
            void test() {}

            @Test
            void other() {}
        }
    }
}
