package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.verdict.Verdict;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.MultipleFailuresError;

/** Exceptions whose chain has no end, or that have code of their own in it: the run ends, with one verdict for each test. */
// Fixtures that do what nobody should.
@SuppressWarnings({"DoNotCallSuggester", "StaticAssignmentOfThrowable", "OverrideThrowableToString"})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BottomlessTests {

    /** What a body throws, and whether the incident's symptom can be found in it. */
    enum Chain {
        A_CAUSE_THAT_IS_NEW_EACH_TIME(true) {
            @Override
            Throwable failure() {
                return new EndlessException("Connection refused");
            }
        },
        A_CAUSE_THAT_IS_THERE_ONLY_ONCE(true) {
            @Override
            Throwable failure() {
                return new FleetingException();
            }
        },
        A_CAUSE_THAT_CANNOT_BE_ASKED_FOR(true) {
            @Override
            Throwable failure() {
                return new CauselessException("Connection refused");
            }
        },
        SUPPRESSED_IN_A_CIRCLE(true) {
            @Override
            Throwable failure() {
                var one = new IllegalStateException("Connection refused");
                var other = new IllegalStateException("other");
                one.addSuppressed(other);
                other.addSuppressed(one);
                return one;
            }
        },
        A_COLLECTION_THAT_IS_IN_ITSELF(true) {
            @Override
            Throwable failure() {
                var part = new IllegalStateException("Connection refused");
                var collection = new MultipleFailuresError("several", List.of(part));
                part.initCause(collection);
                return collection;
            }
        },
        A_COLLECTION_OF_ENDLESS_ONES(true) {
            @Override
            Throwable failure() {
                return new MultipleFailuresError(
                        "several",
                        List.of(new EndlessException("Connection refused"), new EndlessException("refused")));
            }
        },
        A_MESSAGE_THAT_OVERFLOWS(false) {
            @Override
            Throwable failure() {
                return new OverflowingException();
            }
        },
        A_TEXT_THAT_CANNOT_BE_HAD(true) {
            @Override
            Throwable failure() {
                return new WordlessException("Connection refused");
            }
        },
        A_TRACE_THAT_CANNOT_BE_HAD(true) {
            @Override
            Throwable failure() {
                return new TracelessException("Connection refused");
            }
        };

        private final boolean known;

        Chain(boolean known) {
            this.known = known;
        }

        abstract Throwable failure();
    }

    private static Chain chain = Chain.SUPPRESSED_IN_A_CIRCLE;

    @ParameterizedTest
    @EnumSource
    void ofABodyAreJudged(Chain each) {
        chain = each;

        assertThat(only(kit(BodyTestCases.class)))
                .isEqualTo(each.known ? Verdict.FAILED_AS_EXPECTED : Verdict.FAILED_DIFFERENTLY);
        assertThat(only(kit(BodyTestCases.class).postFix()))
                .isEqualTo(each.known ? Verdict.STILL_BROKEN : Verdict.FAILED);
        assertThat(only(kit(PlainTestCases.class))).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheSetUpOfAClassAreJudgedForEachOfItsTests(Chain each) {
        chain = each;

        assertThat(kit(SetUpTestCases.class).run().isConsistent().verdicts())
                .containsOnly(each.known ? Verdict.FAILED_AS_EXPECTED : Verdict.FAILED_DIFFERENTLY)
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void ofAKnownIssueAreJudged(Chain each) {
        chain = each;

        assertThat(only(kit(PartTestCases.class)))
                .isEqualTo(each.known ? Verdict.FAILED_AS_EXPECTED : Verdict.FAILED_DIFFERENTLY);
    }

    @Test
    void ofSeveralStepsThatHangBelowEachOtherAreEachJudgedOnce() {
        var test = kit(StepsTestCases.class).run().isConsistent().only();

        assertThat(test.verdict()).isEqualTo(Verdict.FAILED_DIFFERENTLY);
        assertThat(test.explanation()).startsWith("Expected incident 1278, but 1 of 2 failures do not match");
    }

    @Test
    void ofAnErrorThatEndsTheRunLoseNoTest() {
        var result = kit(EndingTestCases.class).run();

        assertThat(result.test("ends").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.test("later").outcome().reason()).contains("WordlessError ended the run");
        assertThat(result.journal().end()).isPresent();
    }

    private static HarnessTestKit kit(Class<?> fixture) {
        return harness(fixture).registry(REGISTRY);
    }

    private static Verdict only(HarnessTestKit kit) {
        return kit.run().isConsistent().only().verdict();
    }

    private static final String REGISTRY = Refusals.REGISTRY.replace("        exceptions: ConnectException\n", "");

    static class BodyTestCases {
        @Test
        @FailsUntilFixed("1278")
        void test() {
            throw OriginTestCases.<RuntimeException>sneak(chain.failure());
        }
    }

    static class PlainTestCases {
        @Test
        void test() {
            throw OriginTestCases.<RuntimeException>sneak(chain.failure());
        }
    }

    @FailsUntilFixed("1278")
    static class SetUpTestCases {
        @BeforeAll
        static void setUp() {
            throw OriginTestCases.<RuntimeException>sneak(chain.failure());
        }

        @Test
        void one() {}

        @Test
        void two() {}

        @ParameterizedTest
        @EnumSource
        void three(Chain each) {}
    }

    static class PartTestCases {
        @Test
        void test() {
            KnownIssue.of("1278").run(() -> {
                throw OriginTestCases.<RuntimeException>sneak(chain.failure());
            });
        }
    }

    /** Hangs the failure of the body below that of the tear-down, below which JUnit has hung it already. */
    static class Tying implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            StepsTestCases.TEAR_DOWN.addSuppressed(StepsTestCases.BODY);
        }
    }

    @ExtendWith(Tying.class)
    @FailsUntilFixed("1278")
    static class StepsTestCases {
        private static final RuntimeException BODY = new IllegalStateException("Connection refused");
        private static final RuntimeException TEAR_DOWN = new IllegalStateException("leaked");

        @Test
        void test() {
            throw BODY;
        }

        @AfterEach
        void tearDown() {
            throw TEAR_DOWN;
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class EndingTestCases {
        @Test
        void ends() {
            throw new WordlessError();
        }

        @Test
        void later() {}
    }

    static final class WordlessError extends OutOfMemoryError {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            throw new IllegalStateException("no text for you");
        }
    }

    static final class EndlessException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        EndlessException(String message) {
            super(message);
        }

        @Override
        public synchronized Throwable getCause() {
            return new EndlessException("and so on");
        }
    }

    static final class FleetingException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private boolean asked;

        FleetingException() {
            super("Connection refused");
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            asked = !asked;
            return asked ? new IllegalStateException("fleeting") : null;
        }
    }

    static final class CauselessException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        CauselessException(String message) {
            super(message);
        }

        @Override
        public synchronized Throwable getCause() {
            throw new UnsupportedOperationException("no cause for you");
        }
    }

    static final class OverflowingException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("InfiniteRecursion")
        public String getMessage() {
            return getMessage();
        }
    }

    static final class WordlessException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        WordlessException(String message) {
            super(message);
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text for you");
        }
    }

    static final class TracelessException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        TracelessException(String message) {
            super(message);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no trace for you");
        }
    }
}
