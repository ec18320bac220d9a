package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static io.github.untilfixed.engine.HarnessTestKit.selecting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InvocationPredicate;
import io.github.untilfixed.OnlyInvocations;
import io.github.untilfixed.Runs;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.verdict.Verdict;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.ConnectException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations of single invocations: those they pick, and those that can have no effect. */
class InvocationTests {

    private static final String ENTRY = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  refused: {message: refused}
            """;

    private static final String HERE = InvocationTests.class.getName() + "$";

    @Test
    void ofAParameterizedClassCanBePicked() {
        var result = harness(ClassTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void mayBePickedByAnAnnotationOfOnesOwn() {
        var result = harness(MetaTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void canBePickedByTheRegistryAlsoThoseOfAClass() {
        for (var fixture : List.of(PlainTemplateTestCases.class, PlainClassTestCases.class)) {
            assertThat(picking(fixture, 2).run().isConsistent().verdicts())
                    .containsExactly(Verdict.PASSED, Verdict.FAILED_AS_EXPECTED);
        }
    }

    @Test
    void aLimitThatCanHaveNoEffectIsSaidBeforeTheFirstTest() {
        var result = harness(SenselessTestCases.class, ParameterizedSenselessTestCases.class)
                .run()
                .isConsistent();

        assertThat(result.verdicts()).first().isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(result.verdicts().subList(1, result.verdicts().size())).containsOnly(Verdict.GATED);
        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .hasSize(7)
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#plain: ")
                        && line.contains("this is no template, factory or parameterized class"))
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#alone: ")
                        && line.contains("has no effect without @FailsUntilFixed"))
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#zero: ")
                        && line.contains("index 0 picks nothing: they are counted from 1"))
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#pattern: ")
                        && line.contains("displayName '(' is no regular expression"))
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#hidden: ")
                        && line.contains("Hidden must be public with a public constructor"))
                .anyMatch(line -> line.startsWith(HERE + "SenselessTestCases#burning: ")
                        && line.contains("cannot be combined with runs = POST_FIX_ONLY"))
                .anyMatch(line -> line.startsWith(HERE + "ParameterizedSenselessTestCases: ")
                        && line.contains("has no effect without @FailsUntilFixed"));
    }

    @Test
    void aLimitThatPicksNoneOfThemIsRed() {
        var annotated = harness(NeverTestCases.class).run().isConsistent();
        assertThat(annotated.verdicts()).containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.HARNESS_ERROR);
        assertThat(annotated.journal().tests().get(2).explanation())
                .contains("NeverTestCases#test: picks none of the invocations");

        var selected = picking(NeverTestCases.class, 9).run();
        assertThat(selected.journal().end().map(EndRecord::problems).orElseThrow())
                .anyMatch(line -> line.contains("incidents.yaml:") && line.contains("picks none of the invocations"));
        assertThat(picking(OnePlainTestCases.class, 1).run().isConsistent().verdicts())
                .containsExactly(Verdict.PASSED, Verdict.HARNESS_ERROR);
    }

    @Test
    void aRerunOfOneInvocationSaysNothingOfTheOthers() {
        var first = harness(ClassTestCases.class).run().journal().tests().get(0);

        assertThat(selecting(selectUniqueId(first.id())).run().isConsistent().verdicts())
                .containsExactly(Verdict.PASSED);
    }

    @Test
    void aFailureOfAllOfThemIsNotForgivenForTheSakeOfSome() {
        for (var fixture : List.of(SetUpTestCases.class, SourceTestCases.class)) {
            assertThat(harness(fixture).run().isConsistent().test("test").verdict())
                    .isEqualTo(Verdict.FAILED);
            assertThat(harness(fixture)
                            .postFix()
                            .run()
                            .isConsistent()
                            .test("test")
                            .verdict())
                    .isEqualTo(Verdict.STILL_BROKEN);
        }
    }

    @Test
    void aPredicateThatThrowsIsRedAndLosesNoTest() {
        var result = harness(ThrowingTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.HARNESS_ERROR).hasSize(2);
        assertThat(result.journal().tests().get(0).explanation()).contains("cannot be told", "IndexOutOfBounds");
    }

    @Test
    void invocationsThatDependOnNothingRunWhenAProbeShowsTheIncident() {
        var result = harness(MetaTestCases.class).registry(ENTRY + """
                            probe:
                              class: io.github.untilfixed.engine.StalenessTests$RefusedProbe
                        """).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void differentInvocationsMayBeBlockedByDifferentIncidents() {
        var second = ENTRY.replace("incidents:\n", "").replace("1278", "1301");
        var selector = """
                    expectations:
                      - class: %s
                        invocation: %d
                        intermittent: %b
                """;
        var fixture = PlainTemplateTestCases.class.getName();

        var result = harness(PlainTemplateTestCases.class)
                .registry(ENTRY + selector.formatted(fixture, 1, true) + second + selector.formatted(fixture, 2, false))
                .run()
                .isConsistent();

        assertThat(result.journal().tests())
                .extracting(test -> test.expectation().incidents() + " " + test.verdict())
                .containsExactly("[1278] PASSED", "[1301] FAILED_AS_EXPECTED");
    }

    private static HarnessTestKit picking(Class<?> fixture, int invocation) {
        return harness(fixture).registry(ENTRY + """
                    expectations:
                      - class: %s
                        invocation: %d
                """.formatted(fixture.getName(), invocation));
    }

    static void refuse(int number) throws ConnectException {
        if (number == 2) {
            throw new ConnectException("Connection refused");
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @FailsUntilFixed("1278")
    @OnlyInvocations(index = 2)
    static class ClassTestCases {
        @Parameter
        int number;

        @Test
        void test() throws Exception {
            refuse(number);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @FailsUntilFixed("1278")
    @OnlyInvocations(displayName = "2$")
    @interface SecondFails {}

    static class MetaTestCases {
        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(ints = {1, 2})
        @SecondFails
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    static class PlainTemplateTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class PlainClassTestCases {
        @Parameter
        int number;

        @Test
        void test() throws Exception {
            refuse(number);
        }
    }

    static class SetUpTestCases {
        @BeforeAll
        static void setUp() throws Exception {
            refuse(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 2)
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    static class SourceTestCases {
        static List<Integer> numbers() throws Exception {
            refuse(2);
            return List.of(1, 2);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 2)
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    static class OnePlainTestCases {
        @Test
        void test() throws Exception {
            refuse(1);
        }
    }

    static class NeverTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 1})
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 9)
        void test(int number) throws Exception {
            refuse(number);
        }
    }

    static final class Hidden implements InvocationPredicate {
        @Override
        public boolean test(int index, String displayName, List<@Nullable Object> arguments) {
            return true;
        }
    }

    /** Asks for an argument that there is none of when the set-up fails. */
    public static final class FirstIsTwo implements InvocationPredicate {
        @Override
        public boolean test(int index, String displayName, List<@Nullable Object> arguments) {
            return Integer.valueOf(2).equals(arguments.get(0));
        }
    }

    static class ThrowingTestCases {
        @BeforeEach
        void setUp() throws Exception {
            refuse(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @FailsUntilFixed("1278")
        @OnlyInvocations(matching = FirstIsTwo.class)
        void test(int number) {}
    }

    static class SenselessTestCases {
        @Test
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 1)
        void plain() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        @OnlyInvocations(index = 1)
        void alone(int number) {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 0)
        void zero(int number) {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        @FailsUntilFixed("1278")
        @OnlyInvocations(displayName = "(")
        void pattern(int number) {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        @FailsUntilFixed("1278")
        @OnlyInvocations(matching = Hidden.class)
        void hidden(int number) {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        @OnlyInvocations(index = 1)
        void burning(int number) {}
    }

    @ParameterizedClass
    @ValueSource(ints = 1)
    @OnlyInvocations(index = 1)
    static class ParameterizedSenselessTestCases {
        @Parameter
        int number;

        @Test
        void test() {}
    }
}
