package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The success criteria that people declared, each with what this run can say about it. */
final class CriteriaSection {

    private CriteriaSection() {}

    static Optional<Section> of(IncidentFacts facts) {
        var criteria = Criterion.of(facts);
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Section.of(
                "Success criteria",
                1,
                new Block.Paragraph(text("Declared in the registry; answered by the trials of this run alone, so that "
                        + "looking again after each run does not make a false yes likelier. Bounds are exact "
                        + "(Clopper-Pearson, one-sided).")),
                new Block.Table(
                        List.of(
                                "Horizon",
                                "Criterion (declared)",
                                ">Successes of trials (measured)",
                                "Rate at least",
                                "Answer"),
                        criteria.stream()
                                .map(criterion -> row(criterion, facts.run().simulated()))
                                .toList())));
    }

    private static List<Inline> row(Criterion criterion, boolean simulated) {
        var trials = criterion.trials();
        return List.of(
                text(criterion.horizon()),
                text(criterion.statement()),
                text(criterion.check() == null ? "not measured" : trials.successes() + " of " + trials.count()),
                text(bounds(criterion)),
                answer(criterion, simulated));
    }

    private static String bounds(Criterion criterion) {
        var trials = criterion.trials();
        if (criterion.check() == null || trials.count() == 0) {
            return "-";
        }
        return rounded(trials.lowerBound(criterion.confidence()), RoundingMode.FLOOR) + ", at most "
                + rounded(trials.upperBound(criterion.confidence()), RoundingMode.CEILING) + " ("
                + confidence(criterion) + " % confidence each)";
    }

    /** A bound that is rounded to the other side is one that the trials do not show; its own error is far below 1e-9. */
    private static String rounded(double bound, RoundingMode away) {
        return BigDecimal.valueOf(bound)
                .setScale(9, RoundingMode.HALF_EVEN)
                .setScale(3, away)
                .toPlainString();
    }

    /** Returns the confidence in percent, as it was declared. */
    static String confidence(Criterion criterion) {
        return BigDecimal.valueOf(criterion.confidence())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Inline answer(Criterion criterion, boolean simulated) {
        if (criterion.check() == null) {
            return text("left to people");
        }
        return switch (criterion.answer()) {
            case MET -> strong(simulated ? "met in the simulation" : "met");
            case NOT_MET -> Inline.alarm("not met");
            case NOT_ENOUGH_DATA ->
                text(criterion.complete() ? "not enough data" + needed(criterion) : "not known: the run is incomplete");
        };
    }

    private static String needed(Criterion criterion) {
        var needed = criterion.needed();
        return needed.isEmpty() ? "" : ", " + needed.getAsInt() + " trials needed if none fails from now on";
    }
}
