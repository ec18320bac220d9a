package io.github.untilfixed.reports.facts;

import io.github.untilfixed.reports.statistics.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A success criterion of the registry, held against the trials of a run.
 *
 * @param horizon until when, in people's words; may be empty
 * @param statement what was declared; the name where nothing more is
 * @param check the name under which tests record trials, or null when only people can tell
 * @param atLeast the declared success rate, 0..1, or null when every trial must succeed
 * @param confidence one-sided, 0..1
 * @param least how many trials an answer takes at least, as declared; 1 where nothing is
 * @param trials what this run counted
 * @param complete whether the journal is, without which nothing is concluded from them
 */
public record Criterion(
        String name,
        String horizon,
        String statement,
        @Nullable String check,
        @Nullable Double atLeast,
        double confidence,
        int least,
        Trials trials,
        boolean complete) {

    private static final double CONFIDENCE = 0.95;

    /** Returns the criteria that the incident declares, in its order. */
    public static List<Criterion> of(IncidentFacts facts) {
        var criteria = new ArrayList<Criterion>();
        if (facts.incident().narrative().get("criteria") instanceof List<?> declared) {
            for (var entry : declared) {
                if (entry instanceof Map<?, ?> map) {
                    criteria.add(of(facts.run(), map));
                }
            }
        }
        return List.copyOf(criteria);
    }

    /**
     * Returns whether the trials show it: fewer than declared never show that it is met, empty ones and those of an
     * incomplete run show nothing, and what only people can tell is never shown.
     */
    public Trials.Answer answer() {
        if (check == null || !complete || trials.count() == 0) {
            return Trials.Answer.NOT_ENOUGH_DATA;
        }
        var shown = shown();
        return shown == Trials.Answer.MET && trials.count() < least ? Trials.Answer.NOT_ENOUGH_DATA : shown;
    }

    private Trials.Answer shown() {
        if (atLeast == null) {
            return trials.failures() == 0 ? Trials.Answer.MET : Trials.Answer.NOT_MET;
        }
        return trials.showAtLeast(atLeast, confidence);
    }

    /**
     * Returns how many trials it takes in all, if no further one fails; empty when no number of them shows it: one has
     * failed where every one must succeed, the declared rate is 1, or only people can tell.
     */
    public OptionalInt needed() {
        if (check == null || (atLeast == null ? trials.failures() > 0 : atLeast >= 1)) {
            return OptionalInt.empty();
        }
        if (atLeast == null) {
            return OptionalInt.of(least);
        }
        return OptionalInt.of(Math.max(least, trials.neededFor(atLeast, confidence)));
    }

    private static Criterion of(RunFacts run, Map<?, ?> map) {
        var check = text(map.get("check"));
        var observed = check.isEmpty()
                ? List.<Boolean>of()
                : run.observed("trial")
                        .filter(trial -> check.equals(trial.attributes().get("criterion")))
                        .map(Outcomes::good)
                        .toList();
        int successes = (int) observed.stream().filter(success -> success).count();
        var confidence = number(map.get("confidence"));
        var least = number(map.get("trials"));
        var statement = text(map.get("statement"));
        return new Criterion(
                text(map.get("name")),
                text(map.get("horizon")),
                statement.isEmpty() ? text(map.get("name")) : statement,
                check.isEmpty() ? null : check,
                number(map.get("at-least")),
                confidence == null ? CONFIDENCE : confidence,
                least == null ? 1 : least.intValue(),
                new Trials(successes, observed.size()),
                run.alarms().isEmpty());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : null;
    }
}
