package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.io.Serial;
import java.net.ConnectException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.Events;

/** Tests that do their worst: each that is planned has one verdict all the same, and the right one. */
// Fixtures that do nothing but fail, and lists that nobody changes.
@SuppressWarnings({"DoNotCallSuggester", "ImmutableEnumChecker"})
class HostileTests {

    private static final Verdict AS_EXPECTED = Verdict.FAILED_AS_EXPECTED;
    private static final Verdict DIFFERENTLY = Verdict.FAILED_DIFFERENTLY;
    private static final Verdict PASSED = Verdict.PASSED;
    private static final Verdict SURPRISE = Verdict.PASSED_UNEXPECTEDLY;
    private static final Verdict SKIPPED = Verdict.SKIPPED;

    /** What they do, and the verdicts that it deserves. */
    enum Hostile {
        MESSAGE_THAT_THROWS(MessageTestCases.class, DIFFERENTLY),
        CAUSES_IN_A_CIRCLE(CircleTestCases.class, AS_EXPECTED),
        INTERRUPTS_ITSELF(InterruptingTestCases.class, AS_EXPECTED, PASSED),
        STACK_OVERFLOW(OverflowTestCases.class, DIFFERENTLY),
        LINKAGE_ERROR(LinkageTestCases.class, DIFFERENTLY),
        STATIC_INITIALIZER(StaticTestCases.class, DIFFERENTLY, DIFFERENTLY),
        CONSTRUCTOR_OF_A_SHARED_INSTANCE(SharedTestCases.class, AS_EXPECTED, AS_EXPECTED, AS_EXPECTED),
        REPETITIONS_UP_TO_A_THRESHOLD(ThresholdTestCases.class, AS_EXPECTED, AS_EXPECTED, SKIPPED, SKIPPED),
        LATE_FAILURE_AFTER_FORGIVEN_CHILDREN(LateTestCases.class, AS_EXPECTED, AS_EXPECTED, DIFFERENTLY),
        LATE_SYMPTOM_AFTER_FORGIVEN_CHILDREN(LateSymptomTestCases.class, AS_EXPECTED, AS_EXPECTED),
        TEAR_DOWN_OF_A_MIXED_CLASS(MixedTearDownTestCases.class, AS_EXPECTED, PASSED, Verdict.FAILED),
        ABORTED_TEAR_DOWN(AbortedTearDownTestCases.class, AS_EXPECTED),
        SOURCE_OF_A_NESTED_PARAMETERIZED_CLASS(NestedSourceTestCases.class, AS_EXPECTED, AS_EXPECTED),
        DYNAMIC_CONTAINER_THAT_BREAKS(DynamicTestCases.class, AS_EXPECTED, SURPRISE, AS_EXPECTED),
        STORES_OF_SEVERAL_LEVELS(StoresTestCases.class, AS_EXPECTED, AS_EXPECTED, AS_EXPECTED, AS_EXPECTED),
        NO_INVOCATIONS(NoInvocationsTestCases.class, Verdict.SKIPPED);

        private final Class<?> fixture;
        private final List<Verdict> verdicts;

        Hostile(Class<?> fixture, Verdict... verdicts) {
            this.fixture = fixture;
            this.verdicts = List.of(verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasItsVerdicts(Hostile hostile) {
        check(harness(hostile.fixture), hostile);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameVerdictsWhenTestsRunAtTheSameTime(Hostile hostile) {
        if (hostile == Hostile.REPETITIONS_UP_TO_A_THRESHOLD) {
            // JUnit: a threshold counts what has failed before, so repetitions of it run one by one.
            return;
        }
        check(
                harness(hostile.fixture)
                        .with("junit.jupiter.execution.parallel.enabled", "true")
                        .with("junit.jupiter.execution.parallel.mode.default", "concurrent"),
                hostile);
    }

    private static void check(HarnessTestKit kit, Hostile hostile) {
        var result = kit.registry(Refusals.REGISTRY).run();

        assertThat(result.verdicts())
                .as(() -> result.journal().tests().toString())
                .containsExactlyInAnyOrderElementsOf(hostile.verdicts);
        assertThat(result.journal().tests()).extracting(TestRecord::id).doesNotHaveDuplicates();
        assertThat(result.journal().end()).isPresent();
    }

    /** Jupiter lets invocations that it forked go on after their template has failed, with a store that is closed. */
    @RepeatedTest(10)
    void invocationsThatOutliveTheirTemplateHaveOneVerdictEach() {
        var result = harness(OutlivingTestCases.class)
                .registry(Refusals.REGISTRY)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .run();

        assertThat(result.journal().tests())
                .extracting(TestRecord::id)
                .doesNotHaveDuplicates()
                .containsAll(ids(result.junit().testEvents().dynamicallyRegistered()));
        assertThat(ids(result.junit().testEvents().started())).doesNotHaveDuplicates();
    }

    private static List<String> ids(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();
    }

    static final class SecretiveException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }
    }

    @FailsUntilFixed("1278")
    static class MessageTestCases {
        @Test
        void test() {
            throw new SecretiveException();
        }
    }

    @FailsUntilFixed("1278")
    static class CircleTestCases {
        @Test
        void test() {
            var inner = new IllegalStateException("inner");
            var outer = new IllegalStateException("outer", inner);
            inner.initCause(outer);
            outer.addSuppressed(new ConnectException("Connection refused"));
            throw outer;
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class InterruptingTestCases {
        @Test
        @FailsUntilFixed("1278")
        void first() {
            Thread.currentThread().interrupt();
            throw Refusals.refuse();
        }

        @Test
        void second() {
            assertThat(Thread.interrupted())
                    .as("JUnit's thread, as plain Jupiter leaves it")
                    .isIn(true, false);
        }
    }

    @FailsUntilFixed("1278")
    static class OverflowTestCases {
        @Test
        void test() {
            overflow();
        }

        @SuppressWarnings("InfiniteRecursion")
        private static void overflow() {
            overflow();
        }
    }

    @FailsUntilFixed("1278")
    static class LinkageTestCases {
        @Test
        void test() {
            throw new NoClassDefFoundError("no/such/Type");
        }
    }

    @FailsUntilFixed("1278")
    static class StaticTestCases {
        static final Object FIELD = fail();

        private static Object fail() {
            throw new IllegalStateException("no field");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @FailsUntilFixed("1278")
    static class SharedTestCases {
        SharedTestCases() {
            throw Refusals.refuse();
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void two(int number) {}

        @Nested
        class Inner {
            @Test
            void three() {}
        }
    }

    static class ThresholdTestCases {
        @RepeatedTest(value = 4, failureThreshold = 2)
        @FailsUntilFixed("1278")
        void test() {
            throw Refusals.refuse();
        }
    }

    static class FailingLate implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw new IllegalStateException("leaked");
        }
    }

    static class RefusingLate implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw Refusals.refuse();
        }
    }

    @ExtendWith(FailingLate.class)
    @FailsUntilFixed("1278")
    static class LateTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int number) {
            throw Refusals.refuse();
        }
    }

    @ExtendWith(RefusingLate.class)
    @FailsUntilFixed("1278")
    static class LateSymptomTestCases {
        @Test
        void test() {
            throw Refusals.refuse();
        }
    }

    static class MixedTearDownTestCases {
        @AfterAll
        static void tearDown() {
            throw Refusals.refuse();
        }

        @Test
        @FailsUntilFixed("1278")
        void fails() {
            throw Refusals.refuse();
        }

        @Test
        void passes() {}
    }

    @FailsUntilFixed("1278")
    static class AbortedTearDownTestCases {
        @AfterAll
        static void tearDown() {
            Assumptions.abort("nothing to tear down");
        }

        @Test
        void test() {
            throw Refusals.refuse();
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @FailsUntilFixed("1278")
    static class NestedSourceTestCases {
        @Parameter
        int number;

        @Nested
        @ParameterizedClass
        @MethodSource("io.github.untilfixed.engine.HostileTests#noLetters")
        class Inner {
            @Parameter
            String letter = "";

            @Test
            void one() {}

            @Test
            void two() {}
        }
    }

    static Stream<String> noLetters() {
        throw Refusals.refuse();
    }

    static class DynamicTestCases {
        /** One after the other: whether one that was forked still starts when its container has failed is chance. */
        @Execution(ExecutionMode.SAME_THREAD)
        @TestFactory
        @FailsUntilFixed("1278")
        Stream<DynamicNode> tests() {
            return Stream.of(
                    dynamicContainer("a", Stream.of(dynamicTest("refuses", Refusals::refuse))),
                    dynamicContainer(
                            "b",
                            IntStream.of(1, 2)
                                    .mapToObj(number -> number == 1 ? dynamicTest("passes", () -> {}) : breakOff())));
        }

        private static DynamicNode breakOff() {
            throw Refusals.refuse();
        }
    }

    @SuppressWarnings("deprecation")
    record RefusingResource() implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            throw Refusals.refuse();
        }
    }

    static class Storing implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(Namespace.create(context.getUniqueId())).put("resource", new RefusingResource());
        }
    }

    @ExtendWith(Storing.class)
    @FailsUntilFixed("1278")
    static class StoresTestCases {
        @Test
        void test() {
            throw Refusals.refuse();
        }

        @Nested
        class Inner {
            @Test
            void test() {
                throw Refusals.refuse();
            }
        }
    }

    static class NoInvocationsTestCases {
        @ParameterizedTest(allowZeroInvocations = true)
        @MethodSource("none")
        @FailsUntilFixed("1278")
        void test(int number) {}

        static List<Integer> none() {
            return Collections.emptyList();
        }
    }

    @FailsUntilFixed("1278")
    static class OutlivingTestCases {
        @ParameterizedTest
        @MethodSource("numbers")
        void test(int number) {
            throw Refusals.refuse();
        }

        static Stream<Integer> numbers() {
            return IntStream.rangeClosed(0, 21).boxed().peek(number -> {
                if (number == 21) {
                    throw Refusals.refuse();
                }
            });
        }
    }
}
