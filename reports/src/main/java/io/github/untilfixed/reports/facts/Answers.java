package io.github.untilfixed.reports.facts;

import io.github.untilfixed.reports.statistics.Trials;
import java.util.List;

/**
 * How many of an incident's success criteria have which answer.
 *
 * @param people those that no test answers
 */
public record Answers(int met, int notMet, int notEnoughData, int people) {

    /** Counts the answers of a run. */
    public static Answers of(List<Criterion> criteria) {
        return new Answers(
                count(criteria, Trials.Answer.MET),
                count(criteria, Trials.Answer.NOT_MET),
                count(criteria, Trials.Answer.NOT_ENOUGH_DATA),
                (int) criteria.stream()
                        .filter(criterion -> criterion.check() == null)
                        .count());
    }

    private static int count(List<Criterion> criteria, Trials.Answer answer) {
        return (int) criteria.stream()
                .filter(criterion -> criterion.check() != null && criterion.answer() == answer)
                .count();
    }

    /** Returns the number of all criteria. */
    public int all() {
        return met + notMet + notEnoughData + people;
    }

    /** Returns the counts in words, for example {@code 1 met, 0 not met, 2 without enough data, 1 left to people}. */
    public String words() {
        return met + " met, " + notMet + " not met, " + notEnoughData + " without enough data, " + people
                + " left to people";
    }
}
