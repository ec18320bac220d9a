package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An error that ends Jupiter's run is red wherever it starts, and no test vanishes or gets a second verdict. */
// Fixtures that do nothing but fail.
@SuppressWarnings("DoNotCallSuggester")
class BrokenOffTests {

    @Test
    void byTheSetUpOfAClassFailsItsTests() {
        var result = harness(SetUpTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.FAILED_DIFFERENTLY, Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("one").explanation()).contains("never forgiven", "CLASS_SET_UP");
        assertThat(harness(SetUpTestCases.class).postFix().run().isConsistent().verdicts())
                .containsOnly(Verdict.FAILED)
                .hasSize(2);
    }

    @Test
    void byAnotherExtensionFailsTheTestsOfTheClass() {
        var record = harness(ExtensionTestCases.class).run().isConsistent().only();

        assertThat(record.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(origin(record)).isEqualTo("EXTENSION");
    }

    @Test
    void byAnArgumentSourceFailsTheTemplate() {
        var record = harness(SourceTestCases.class).run().isConsistent().only();

        assertThat(record.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(record.explanation()).contains("OutOfMemoryError");
    }

    @Test
    void byTheTearDownOfAClassHasAnEntryOfItsOwn() {
        var result = harness(TearDownTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.PASSED, Verdict.FAILED);
        assertThat(origin(result.journal().tests().get(1))).isEqualTo("CLASS_TEAR_DOWN");
    }

    @Test
    void isNoFailureOfTheTestsThatRanAtTheSameTime() {
        ParallelTestCases.RUNNING = new CountDownLatch(1);
        ParallelTestCases.NEVER = new CountDownLatch(1);
        var result = harness(ParallelTestCases.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .run();

        assertThat(result.journal().tests()).hasSize(2);
        assertThat(result.test("exhausts").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(origin(result.test("exhausts"))).isEqualTo("TEST");
        assertThat(result.test("waits").verdict()).isIn(Verdict.SKIPPED, Verdict.PASSED);
        assertThat(result.junit().testEvents().failed().count()).isEqualTo(1);
    }

    @Test
    void beforeTheFirstTestFailsEachOfThem() {
        var result = harness(SetUpTestCases.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "custom")
                .with("junit.jupiter.execution.parallel.config.custom.class", "no.such.Strategy")
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsExactly(Verdict.FAILED_DIFFERENTLY, Verdict.FAILED_DIFFERENTLY);
        assertThat(result.test("one").outcome().failures().get(0).causes().toString())
                .contains("no.such.Strategy");
    }

    private static String origin(TestRecord record) {
        return record.outcome().failures().get(0).origin();
    }

    private static OutOfMemoryError exhausted() {
        return new OutOfMemoryError("Connection refused");
    }

    @FailsUntilFixed("1278")
    static class SetUpTestCases {
        @BeforeAll
        static void setUp() {
            throw exhausted();
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class Exhausting implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            throw exhausted();
        }
    }

    @ExtendWith(Exhausting.class)
    static class ExtensionTestCases {
        @Test
        void test() {}
    }

    static class SourceTestCases {
        @ParameterizedTest
        @MethodSource("numbers")
        void test(int number) {
            assertThat(number).isPositive();
        }

        static Stream<Integer> numbers() {
            throw exhausted();
        }
    }

    static class TearDownTestCases {
        @AfterAll
        static void tearDown() {
            throw exhausted();
        }

        @Test
        void test() {}
    }

    static class ParallelTestCases {
        private static CountDownLatch RUNNING = new CountDownLatch(1);
        private static CountDownLatch NEVER = new CountDownLatch(1);

        @Test
        void exhausts() throws InterruptedException {
            assertThat(RUNNING.await(30, TimeUnit.SECONDS)).isTrue();
            throw exhausted();
        }

        @Test
        void waits() {
            RUNNING.countDown();
            try {
                assertThat(NEVER.await(30, TimeUnit.SECONDS)).isFalse();
            } catch (InterruptedException e) {
                // Jupiter gives up the threads of its pool; a test may end all the same.
                Thread.currentThread().interrupt();
            }
        }
    }
}
