package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.OnlyInvocations;
import io.github.untilfixed.Runs;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that show something only after the flip, where they have several invocations or only some of them are meant. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostFixOnlyTests {

    private static final AtomicInteger ENTERED = new AtomicInteger();

    /** Lets go of the threads that nothing else can end. */
    private static final CountDownLatch OVER = new CountDownLatch(1);

    /** A kind of test that has invocations, of which the second hangs. */
    enum Kind {
        PARAMETERIZED_TEST(ParameterizedTestCases.class),
        DYNAMIC_TESTS(DynamicTestCases.class),
        PARAMETERIZED_CLASS(ParameterizedClassTestCases.class),
        METHOD_OF_A_PARAMETERIZED_CLASS(ParameterizedClassMethodTestCases.class);

        private final Class<?> fixture;

        Kind(Class<?> fixture) {
            this.fixture = fixture;
        }
    }

    @AfterAll
    static void letGo() {
        OVER.countDown();
    }

    @ParameterizedTest
    @EnumSource
    void areCountedApartBeforeTheFlip(Kind kind) {
        ENTERED.set(0);
        var result = harness(kind.fixture).run();

        assertThat(result.verdicts()).containsExactly(Verdict.SKIPPED);
        assertThat(result.journal().tests()).allSatisfy(test -> {
            assertThat(test.flags()).containsExactly("POST_FIX_ONLY");
            assertThat(test.outcome().bodyRan()).isFalse();
            assertThat(test.outcome().reason()).contains("runs only after the flip of incident 1278");
        });
        assertThat(ENTERED).as("bodies that were entered").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void haveALimitForEachInvocationAfterTheFlip(Kind kind) {
        var result = harness(kind.fixture)
                .postFix()
                .with("untilfixed.post-fix-timeout", "300ms")
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.PASSED);
        var hanging = result.journal().tests().get(1);
        assertThat(hanging.explanation()).contains("untilfixed.post-fix-timeout");
        assertThat(hanging.outcome().failures().get(0).origin()).isEqualTo("TIMEOUT");
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.flags()).contains("POST_FIX_ONLY"))
                .extracting(TestRecord::outcome)
                .allSatisfy(outcome -> assertThat(outcome.bodyRan()).isTrue());
    }

    /** What is declared for one invocation and what holds for all of them, and what is said of it. */
    enum Mixture {
        ONLY_INVOCATIONS(BurningInvocationTestCases.class, "", "cannot be combined with runs = POST_FIX_ONLY"),
        SELECTOR(
                TwiceTestCases.class,
                selector("1278", "invocation: 2", "post-fix-only: true"),
                "'post-fix-only' holds for all invocations; leave out 'invocation'"),
        ANNOTATION_BESIDE_A_SELECTOR_OF_AN_INVOCATION(
                BurningTwiceTestCases.class, selector("1301", "invocation: 2"), "is declared twice and differently"),
        SELECTOR_BESIDE_A_SELECTOR_OF_AN_INVOCATION(
                TwiceTestCases.class,
                selector("1278", "post-fix-only: true") + selector("1301", "invocation: 2"),
                "is declared twice and differently"),
        SELECTOR_BESIDE_ONLY_INVOCATIONS(
                SecondTestCases.class, selector("1301", "post-fix-only: true"), "is declared twice and differently");

        private final Class<?> fixture;
        private final String selectors;
        private final String problem;

        Mixture(Class<?> fixture, String selectors, String problem) {
            this.fixture = fixture;
            this.selectors = selectors;
            this.problem = problem;
        }

        private static String selector(String incident, String... lines) {
            return incident + "|" + String.join("|", lines) + "\n";
        }

        private String registry() {
            var yaml = new StringBuilder("incidents:\n");
            for (var id : List.of("1278", "1301")) {
                yaml.append(entry(id));
                selectors.lines().filter(line -> line.startsWith(id)).forEach(line -> yaml.append(expectation(line)));
            }
            return yaml.toString();
        }

        private static String entry(String id) {
            return """
                      - id: "%s"
                        title: The database cannot be reached
                        kind: infrastructure
                        owner: platform
                        opened: 2025-09-15
                        review-by: 2099-12-31
                        symptoms:
                          refused: {message: refused}
                    """.formatted(id);
        }

        private String expectation(String line) {
            var parts = List.of(line.split("\\|"));
            return "    expectations:\n      - class: " + fixture.getName() + "\n        "
                    + String.join("\n        ", parts.subList(1, parts.size())) + "\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofSomeInvocationsAreRefusedBeforeTheFirstTest(Mixture mixture) {
        ENTERED.set(0);
        for (var mode : List.of("incident", "post-fix")) {
            var result = harness(mixture.fixture)
                    .registry(mixture.registry())
                    .with("untilfixed.mode", mode)
                    .run();

            assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                    .anyMatch(line -> line.contains(mixture.problem) && line.contains("TestCases"));
            assertThat(result.verdicts()).first().isEqualTo(Verdict.HARNESS_ERROR);
            assertThat(ENTERED).as("bodies that were entered").hasValue(0);
        }
    }

    @Test
    void ofAnotherClassTheyContradictNothing() {
        var registry = Mixture.SELECTOR_BESIDE_ONLY_INVOCATIONS
                .registry()
                .replace(SecondTestCases.class.getName(), TwiceTestCases.class.getName());
        var result = harness(SecondTestCases.class, TwiceTestCases.class)
                .registry(registry)
                .run();

        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .isEmpty();
    }

    private static void hangAtTwo(int number) throws InterruptedException {
        ENTERED.incrementAndGet();
        if (number == 2) {
            OVER.await();
        }
    }

    static List<Integer> numbers() {
        return List.of(1, 2, 3);
    }

    static class ParameterizedTestCases {
        @ParameterizedTest
        @MethodSource("io.github.untilfixed.engine.PostFixOnlyTests#numbers")
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void test(int number) throws Exception {
            hangAtTwo(number);
        }
    }

    static class DynamicTestCases {
        @TestFactory
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        Stream<DynamicNode> tests() {
            return numbers().stream().map(number -> dynamicTest("number " + number, () -> hangAtTwo(number)));
        }
    }

    @ParameterizedClass
    @MethodSource("io.github.untilfixed.engine.PostFixOnlyTests#numbers")
    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class ParameterizedClassTestCases {
        @Parameter
        int number;

        @Test
        void test() throws Exception {
            hangAtTwo(number);
        }
    }

    @ParameterizedClass
    @MethodSource("io.github.untilfixed.engine.PostFixOnlyTests#numbers")
    static class ParameterizedClassMethodTestCases {
        @Parameter
        int number;

        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void test() throws Exception {
            hangAtTwo(number);
        }
    }

    static class BurningInvocationTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        @OnlyInvocations(index = 2)
        void test(int number) throws Exception {
            hangAtTwo(number);
        }
    }

    static class TwiceTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        void test(int number) throws Exception {
            hangAtTwo(number);
        }
    }

    static class BurningTwiceTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void test(int number) throws Exception {
            hangAtTwo(number);
        }
    }

    static class SecondTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        @FailsUntilFixed("1278")
        @OnlyInvocations(index = 2)
        void test(int number) throws Exception {
            hangAtTwo(number);
        }
    }
}
