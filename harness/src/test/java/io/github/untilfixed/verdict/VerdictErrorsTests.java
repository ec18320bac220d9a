package io.github.untilfixed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JUnit is given to show for a verdict. */
class VerdictErrorsTests {

    @ParameterizedTest
    @MethodSource
    void sayWhyAndPointToWhatTheTestThrewAndToNoPlaceOfTheHarness(Throwable error) {
        assertThat(error).hasMessage("why").hasCauseExactlyInstanceOf(IllegalStateException.class);
        assertThat(error.getStackTrace()).isEmpty();
        assertThat(error.fillInStackTrace()).isSameAs(error);
    }

    static Stream<Throwable> sayWhyAndPointToWhatTheTestThrewAndToNoPlaceOfTheHarness() {
        var thrown = new IllegalStateException("what the test threw");
        return Stream.of(
                new Expired("why", thrown),
                new FailedAsExpected("why", thrown),
                new FailedDifferently("why", thrown),
                new HarnessError("why", thrown),
                new PassedUnexpectedly("why", thrown),
                new StillBroken("why", thrown),
                new Unverified("why", thrown));
    }
}
