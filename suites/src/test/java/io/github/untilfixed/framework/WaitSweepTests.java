package io.github.untilfixed.framework;

import static io.github.untilfixed.suites.support.WaitSweep.Answer.LONGER_HELPS;
import static io.github.untilfixed.suites.support.WaitSweep.Answer.NONE_HELPS;
import static io.github.untilfixed.suites.support.WaitSweep.Answer.NOT_DECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.untilfixed.suites.support.ExactTrend;
import io.github.untilfixed.suites.support.WaitSweep;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a sweep over waits says")
class WaitSweepTests {

    private static final List<Integer> TEN_EACH = List.of(10, 10, 10, 10, 10);

    @Test
    void isThatALongerWaitHelpsWhereNoneCameWithTheShortOnesAndAllWithTheLong() {
        assertThat(WaitSweep.answer(List.of(0, 0, 0, 10, 10), TEN_EACH)).isEqualTo(LONGER_HELPS);
        assertThat(WaitSweep.answer(List.of(0, 0, 0, 4, 6), TEN_EACH)).isEqualTo(LONGER_HELPS);
    }

    @Test
    void isThatNoneHelpsOnlyWhereNoneCameAtAll() {
        assertThat(WaitSweep.answer(List.of(0, 0, 0, 0, 0), TEN_EACH)).isEqualTo(NONE_HELPS);
    }

    @Test
    void isUndecidedWhereChanceMayExplainIt() {
        assertThat(WaitSweep.answer(List.of(4, 5, 6, 4, 5), TEN_EACH))
                .as("one more with the last wait than with the first, on a path that loses half")
                .isEqualTo(NOT_DECIDED);
        assertThat(WaitSweep.answer(List.of(0, 0, 0, 0, 1), TEN_EACH)).isEqualTo(NOT_DECIDED);
        assertThat(WaitSweep.answer(List.of(10, 10, 10, 10, 0), TEN_EACH)).isEqualTo(NOT_DECIDED);
    }

    @Test
    void isUndecidedWhereOnlySomeAreMissingWithTheShortestWait() {
        var came = List.of(3, 10, 10, 10, 10);
        assertThat(ExactTrend.chance(came, TEN_EACH)).as("it is no chance").isLessThan(0.01);
        assertThat(WaitSweep.answer(came, TEN_EACH)).isEqualTo(NOT_DECIDED);
    }

    @Test
    void restsOnAnExactTest() {
        // Fisher's lady and her eight cups: 1/70 for all of them, 17/70 for three of four.
        assertThat(ExactTrend.chance(List.of(0, 4), List.of(4, 4))).isCloseTo(1.0 / 70, within(1e-12));
        assertThat(ExactTrend.chance(List.of(1, 3), List.of(4, 4))).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(ExactTrend.chance(List.of(3, 0), List.of(3, 3))).isEqualTo(1);
        // Three groups of two, two successes: only those with both in the last one are as far, one of fifteen.
        assertThat(ExactTrend.chance(List.of(0, 0, 2), List.of(2, 2, 2))).isCloseTo(1.0 / 15, within(1e-12));
    }
}
