package io.github.untilfixed.reports.chart;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.Outcomes;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.TimeScale;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.measured.ConnectParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened as one setting was turned up step by step. */
public final class SweepChart {

    private static final double LEFT = 110;
    private static final double RIGHT = 930;
    private static final double TOP = 14;
    private static final double BOTTOM = 250;

    private static final String REAL_PART =
            " What the machine took is real time: it is not multiplied and stands in the tip.";

    private final RunFacts run;
    private final List<ObservationRecord> points;
    private final String setting;
    private final boolean time;

    private SweepChart(RunFacts run, String name, String setting, boolean time) {
        this.run = run;
        this.points = run.observed(name)
                .filter(point ->
                        point.value() != null && number(point.attributes().get(setting)) >= 0)
                .toList();
        this.setting = setting;
        this.time = time;
    }

    /** Returns the sweep over the configured wait, or empty when there was none. */
    public static Optional<Element> waits(RunFacts run) {
        return new SweepChart(run, "sweep-wait", "wait-millis", true)
                .draw(
                        "Sweep over the wait",
                        "Across: the configured wait. Up: what was measured. On the dashed line the wait was used up "
                                + "to its end: a dot that leaves it shows the delay itself.");
    }

    /** Returns the sweep over the number of connections at once, or empty when there was none. */
    public static Optional<Element> concurrency(RunFacts run) {
        return new SweepChart(run, "sweep-concurrency", "concurrency", false)
                .draw(
                        "Sweep over concurrency",
                        "Across: connections opened at once (configured). Up: what was measured. Dashed: the waits (configured). A "
                                + "cross on one was waited for in vain, one above it came too late; a dot above one had a longer wait.");
    }

    private Optional<Element> draw(String title, String caption) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double most = points.stream().mapToDouble(this::setting).max().orElse(1);
        double longest = Math.max(
                points.stream().mapToDouble(SweepChart::value).max().orElse(1),
                time ? most : waits().stream().mapToDouble(wait -> wait).max().orElse(0));
        // Beside the last point there is room for what the lines are called.
        var across = Axis.upTo(LEFT, RIGHT, most * (time ? 1.05 : 1.14));
        double end = longest * 1.08;
        var shapes = new ArrayList<>(across.grid(
                TOP, BOTTOM, value -> time ? run.scale().seconds(value) : String.format(Locale.ROOT, "%.0f", value)));
        double step = Axis.step(end / 4);
        for (int i = 0; i * step <= end; i++) {
            shapes.add(Svg.line(LEFT, up(i * step, end), RIGHT, up(i * step, end), "grid"));
            shapes.add(Svg.label(
                            LEFT - 8, up(i * step, end) + 4, "end", run.scale().seconds(i * step))
                    .styled("tick"));
        }
        if (time) {
            shapes.add(Svg.line(LEFT, BOTTOM, across.at(most), up(most, end), "diagonal"));
        } else {
            waits().forEach(wait -> shapes.addAll(wait(wait, end)));
        }
        for (var point : points.subList(0, Math.min(2000, points.size()))) {
            shapes.add(Svg.dot(
                    across.at(setting(point)),
                    up(value(point), end),
                    Outcomes.good(point),
                    run.scale().seconds(value(point))
                            + ConnectParts.of(point)
                                    .real()
                                    .map(real -> " and " + TimeScale.real(real) + " of real time")
                                    .orElse("")
                            + " " + point.attributes()));
        }
        var parts =
                points.stream().anyMatch(point -> ConnectParts.of(point).real().isPresent());
        return Optional.of(Svg.figure(
                Svg.canvas(BOTTOM + 26, title, points.size() + " points; a cross is a failure.", shapes),
                title + ". " + caption + " A cross is a failure (measured). "
                        + run.scale().legend()
                        + (parts ? REAL_PART : "")));
    }

    /** The waits that the points were measured with, in order. */
    private List<Double> waits() {
        return points.stream()
                .map(point -> number(point.attributes().get("wait-millis")))
                .filter(wait -> wait > 0)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Element> wait(double wait, double end) {
        double y = up(wait, end);
        return List.of(
                Svg.line(LEFT, y, RIGHT, y, "diagonal"),
                Svg.label(RIGHT - 4, y - 5, "end", "wait " + run.scale().seconds(wait))
                        .styled("tick inside"));
    }

    private double setting(ObservationRecord point) {
        return number(point.attributes().get(setting));
    }

    private static double value(ObservationRecord point) {
        return ConnectParts.of(point).simulated();
    }

    private static double up(double value, double end) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / end);
    }

    private static double number(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? -1 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // A step that is no number has no place on the axis.
            return -1;
        }
    }
}
