package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JUnit reports one exception; each failure that it stands for is judged alone, wherever it started. */
class SeveralFailuresTests {

    /** Fixtures in which the symptom and another failure come from the same step of the life cycle. */
    enum Step {
        CALLBACKS_SYMPTOM_FIRST(SymptomThenBugTestCases.class),
        CALLBACKS_BUG_FIRST(BugThenSymptomTestCases.class),
        STORED_RESOURCES(StoredTestCases.class),
        FIELDS(FieldsTestCases.class),
        TEAR_DOWN_AFTER_ONE_THAT_KEEPS_NO_SUPPRESSED(UnsuppressedTestCases.class),
        SOFT_ASSERTIONS_INSIDE_OF_ANOTHER(WrappedTestCases.class),
        SOFT_ASSERTIONS_DEEP_INSIDE(DeepTestCases.class),
        STORED_RESOURCES_OF_A_CLASS(ClassStoreTestCases.class);

        private final Class<?> fixture;

        Step(Class<?> fixture) {
            this.fixture = fixture;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOtherFailureOfTheSameStepIsNotForgiven(Step step) {
        var result = harness(step.fixture).registry(Refusals.REGISTRY).run().isConsistent();

        assertThat(result.verdicts())
                .as(() -> result.journal().tests().toString())
                .contains(Verdict.FAILED_DIFFERENTLY)
                .doesNotContain(Verdict.FAILED_AS_EXPECTED);
        assertThat(harness(step.fixture)
                        .registry(Refusals.REGISTRY)
                        .postFix()
                        .run()
                        .verdicts())
                .contains(Verdict.FAILED)
                .doesNotContain(Verdict.STILL_BROKEN);
    }

    @Test
    void whatOneCallSuppressedItselfIsPartOfItsFailure() {
        assertThat(harness(SuppressingTestCases.class)
                        .registry(Refusals.REGISTRY)
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.FAILED_AS_EXPECTED);
    }

    @Test
    void aTearDownThatFailsIsNotHiddenByAnAssumption() {
        var record = harness(AbortTestCases.class)
                .registry(Refusals.REGISTRY)
                .run()
                .isConsistent()
                .only();

        assertThat(record.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(record.explanation()).contains("a bug");
    }

    @Test
    void whatAHandlerMakesOfTheBodysFailureStartedInTheBody() {
        var record = harness(HandledTestCases.class)
                .registry(Refusals.REGISTRY)
                .run()
                .isConsistent()
                .only();

        assertThat(record.outcome().failures()).extracting(FailureEntry::origin).containsExactly("TEST");
    }

    static class Wrapping implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            throw new IllegalStateException("wrapped", thrown);
        }
    }

    @ExtendWith(Wrapping.class)
    static class HandledTestCases {
        @Test
        @FailsUntilFixed("1278")
        void test() {
            throw Refusals.refuse();
        }
    }

    static class Refusing implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            throw Refusals.refuse();
        }
    }

    static class Buggy implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            throw new IllegalStateException("a bug");
        }
    }

    @FailsUntilFixed("1278")
    @ExtendWith({Buggy.class, Refusing.class})
    static class SymptomThenBugTestCases {
        @Test
        void test() {}
    }

    @FailsUntilFixed("1278")
    @ExtendWith({Refusing.class, Buggy.class})
    static class BugThenSymptomTestCases {
        @Test
        void test() {}
    }

    @SuppressWarnings("deprecation")
    record RefusingResource() implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            throw Refusals.refuse();
        }
    }

    @SuppressWarnings("deprecation")
    record BuggyResource() implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            throw new IllegalStateException("a bug");
        }
    }

    static class Storing implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(Namespace.GLOBAL).put("buggy", new BuggyResource());
            context.getStore(Namespace.GLOBAL).put("refusing", new RefusingResource());
        }
    }

    @FailsUntilFixed("1278")
    @ExtendWith(Storing.class)
    static class StoredTestCases {
        @Test
        void test() {}
    }

    static class StoringInClass implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(Namespace.GLOBAL).put("buggy", new BuggyResource());
            context.getStore(Namespace.GLOBAL).put("refusing", new RefusingResource());
        }
    }

    @FailsUntilFixed("1278")
    @ExtendWith(StoringInClass.class)
    static class ClassStoreTestCases {
        @Test
        void test() {}
    }

    @FailsUntilFixed("1278")
    static class FieldsTestCases {
        @AutoClose
        final RefusingResource first = new RefusingResource();

        @AutoClose
        final BuggyResource second = new BuggyResource();

        @Test
        void test() {}
    }

    @FailsUntilFixed("1278")
    static class UnsuppressedTestCases {

        private static final class Constant extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Constant() {
                super("constant", new ConnectException("Connection refused"), false, false);
            }
        }

        @AfterEach
        void tearDown() {
            throw new IllegalStateException("a bug");
        }

        @Test
        void test() {
            throw new Constant();
        }
    }

    @FailsUntilFixed("1278")
    static class WrappedTestCases {
        @Test
        void test() {
            try {
                assertAll(Refusals::refuse, () -> fail("a bug"));
            } catch (AssertionError e) {
                throw new IllegalStateException("step 3 failed", e);
            }
        }
    }

    @FailsUntilFixed("1278")
    static class DeepTestCases {
        @Test
        void test() {
            try {
                assertAll(Refusals::refuse, () -> fail("a bug"));
            } catch (AssertionError e) {
                throw new CompletionException(new IllegalStateException("step 3", new AssertionError("here", e)));
            }
        }
    }

    static class SuppressingCallback implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            try (var resource = new BuggyResource()) {
                assertThat(resource).isNotNull();
                throw Refusals.refuse();
            }
        }
    }

    @FailsUntilFixed("1278")
    @ExtendWith(SuppressingCallback.class)
    static class SuppressingTestCases {
        @Test
        void test() {}
    }

    @FailsUntilFixed("1278")
    static class AbortTestCases {
        @AfterEach
        void tearDown() {
            throw new IllegalStateException("a bug");
        }

        @Test
        void test() {
            Assumptions.abort("not here");
        }
    }
}
