package io.github.untilfixed.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception of a test may have any code in it: its facts are found all the same, and it is known for what it is. */
class FactsTests {

    @Test
    void anExceptionThatAnswersIsPlain() {
        assertThat(Facts.of(new IllegalStateException("x", new IllegalStateException("y")))
                        .isPlain())
                .isTrue();
    }

    static Stream<Throwable> hostile() {
        return Stream.of(new WithoutText(), new WithoutTrace(), new OwnCause(), new Throwing());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void oneThatDoesNotIsNone(Throwable hostile) {
        assertThat(Facts.of(hostile).isPlain()).isFalse();
        assertThat(Facts.of(new IllegalStateException("around it", hostile)).isPlain())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {998, 999, 1_000, 1_001, 5_000})
    void aChainIsFollowedForAThousandExceptions(int length) {
        Throwable chain = new IllegalStateException("the last");
        for (int link = 1; link < length; link++) {
            chain = new IllegalStateException("link", chain);
        }

        assertThat(Facts.of(chain).chain()).hasSize(Math.min(length, 1_000));
        assertThat(Facts.of(chain).isPlain()).isEqualTo(length < 1_000);
    }

    @Test
    void whatItTellsIsTaken() {
        var thrown = new IllegalStateException("x", new IllegalArgumentException("y"));

        assertThat(Facts.text(thrown)).isEqualTo("java.lang.IllegalStateException: x");
        assertThat(Facts.message(thrown)).contains("x");
        assertThat(Facts.cause(thrown)).containsSame(thrown.getCause());
        assertThat(Facts.trace(thrown)).containsExactly(thrown.getStackTrace());
    }

    @Test
    void whereItThrowsItsClassIsKnown() {
        var thrown = new Throwing();

        assertThat(Facts.text(thrown)).isEqualTo(Throwing.class.getName());
        assertThat(Facts.message(thrown)).isEmpty();
        assertThat(Facts.cause(thrown)).isEmpty();
        assertThat(Facts.trace(thrown)).isEmpty();
        assertThat(Facts.of(thrown).types()).containsExactly(Throwing.class.getName());
    }

    @Test
    void aDiagnosedFailureNeedNotKnowAnything() {
        var facts = Facts.of(new Silent());

        assertThat(facts.httpStatuses()).isEmpty();
        assertThat(facts.startupPhases()).isEmpty();
        assertThat(facts.measured()).isEmpty();
        assertThat(new Silent().httpStatus()).isEqualTo(OptionalInt.empty());
    }

    // An override may return what it must not: that is what these are for.
    @SuppressWarnings({"NullAway", "OverrideThrowableToString", "ToStringReturnsNull"})
    private static final class WithoutText extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return null;
        }
    }

    @SuppressWarnings("NullAway")
    private static final class WithoutTrace extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    private static final class OwnCause extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized @Nullable Throwable getCause() {
            return this;
        }
    }

    private static final class Throwing extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("text");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("trace");
        }
    }

    private static final class Silent extends Exception implements DiagnosedFailure {
        private static final long serialVersionUID = 1L;
    }
}
