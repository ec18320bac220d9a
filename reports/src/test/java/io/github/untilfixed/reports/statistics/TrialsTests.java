package io.github.untilfixed.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.untilfixed.reports.statistics.Trials.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialsTests {

    /** The smallest numbers of trials that show a rate with so many failures, from exact binomials. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 0, 59",
        "0.95, 1, 93",
        "0.95, 2, 124",
        "0.95, 3, 153",
        "0.95, 7, 260",
        "0.80, 0, 14",
        "0.80, 1, 22",
        "0.80, 2, 30",
        "0.80, 7, 63",
        "0.90, 0, 29",
        "0.99, 0, 299"
    })
    void needsSoManyTrialsAndNotOneLess(double rate, int failures, int needed) {
        assertThat(new Trials(needed - failures, needed).showAtLeast(rate, 0.95))
                .isEqualTo(Answer.MET);
        assertThat(new Trials(needed - failures - 1, needed - 1).showAtLeast(rate, 0.95))
                .isNotEqualTo(Answer.MET);
        assertThat(new Trials(0, failures).neededFor(rate, 0.95)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 0.549",
        "10, 10, 0.741",
        "20, 20, 0.861",
        "30, 30, 0.905",
        "59, 59, 0.9505",
        "100, 100, 0.9705",
        "96, 100, 0.911",
        "99, 100, 0.953",
        "195, 200, 0.948"
    })
    void knowsTheExactLowerBound(int successes, int count, double bound) {
        assertThat(new Trials(successes, count).lowerBound(0.95)).isCloseTo(bound, within(0.0006));
    }

    @Test
    void doesNotCallTenGreenRunsAProofOfNinetyFivePercent() {
        assertThat(new Trials(10, 10).showAtLeast(0.95, 0.95)).isEqualTo(Answer.NOT_ENOUGH_DATA);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.95", "95, 0.95", "0, 0.95", "NaN, 0.95", "0.95, 1", "0.95, 95"})
    void doesNotCountForeverTowardsWhatNoNumberOfTrialsShows(double rate, double confidence) {
        var none = new Trials(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.neededFor(rate, confidence))
                .withMessageContaining("no number of trials shows a rate of " + rate);
    }

    @Test
    void seesTheOppositeOnceItIsShown() {
        assertThat(new Trials(0, 649).upperBound(0.95)).isCloseTo(0.0046, within(0.0001));
        assertThat(new Trials(3, 22).showAtLeast(0.80, 0.95)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void saysNothingWithoutTrials() {
        assertThat(new Trials(0, 0).showAtLeast(0.5, 0.95)).isEqualTo(Answer.NOT_ENOUGH_DATA);
    }

    @Test
    void staysExactForManyTrials() {
        assertThat(new Trials(99_000, 100_000).lowerBound(0.95)).isCloseTo(0.98947, within(0.00002));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trials(3, 2))
                .withMessageContaining("3 successes in 2 trials");
    }
}
