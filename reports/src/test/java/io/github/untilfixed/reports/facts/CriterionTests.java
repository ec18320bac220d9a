package io.github.untilfixed.reports.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.reports.statistics.Trials;
import io.github.untilfixed.reports.statistics.Trials.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A success criterion")
class CriterionTests {

    @Test
    void thatEveryTrialMustMeetIsNotMetAfterOneFailure() {
        var criterion = criterion("golden-path", null, 20, 6, 7);

        assertThat(criterion.answer()).isEqualTo(Answer.NOT_MET);
        assertThat(criterion.needed()).as("no number of further trials helps").isEmpty();
    }

    @Test
    void isNotMetByFewerTrialsThanWereDeclared() {
        assertThat(criterion("golden-path", null, 20, 19, 19).answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
        assertThat(criterion("golden-path", null, 20, 19, 19).needed()).hasValue(20);
        assertThat(criterion("golden-path", null, 20, 20, 20).answer()).isEqualTo(Answer.MET);
        assertThat(criterion("golden-path", null, 1, 0, 0).answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
    }

    @Test
    void withARateTakesAtLeastTheDeclaredTrialsAndThoseThatShowIt() {
        assertThat(criterion("startup-success", 0.95, 1, 58, 58).answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
        assertThat(criterion("startup-success", 0.95, 1, 58, 58).needed()).hasValue(59);
        assertThat(criterion("startup-success", 0.95, 100, 59, 59).answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
        assertThat(criterion("startup-success", 0.95, 100, 59, 59).needed()).hasValue(100);
        assertThat(criterion("startup-success", 0.95, 100, 0, 3).answer()).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void isAnsweredByNoIncompleteRun() {
        var incomplete = new Criterion("name", "", "it works", "golden-path", null, 0.95, 1, new Trials(20, 20), false);

        assertThat(incomplete.answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
    }

    @Test
    void isLeftToPeopleWithoutACheck() {
        assertThat(criterion(null, null, 1, 5, 5).answer()).isEqualTo(Answer.NOT_ENOUGH_DATA);
        assertThat(criterion(null, null, 1, 5, 5).needed()).isEmpty();
    }

    private static Criterion criterion(
            @Nullable String check, @Nullable Double atLeast, int least, int successes, int count) {
        return new Criterion("name", "", "it works", check, atLeast, 0.95, least, new Trials(successes, count), true);
    }
}
