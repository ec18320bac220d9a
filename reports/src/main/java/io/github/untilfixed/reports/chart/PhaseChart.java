package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.measured.PhaseTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long each phase of the start-up took, against its limit. */
public final class PhaseChart {

    private static final double LEFT = 150;
    private static final double RIGHT = 800;
    private static final double ROW = 34;

    private PhaseChart() {}

    /** Returns the chart, or empty when no phase was observed. */
    public static Optional<Element> of(RunFacts run) {
        var timings = PhaseTiming.of(run);
        if (timings.isEmpty()) {
            return Optional.empty();
        }
        double longest = timings.stream()
                .mapToDouble(timing -> Math.max(timing.longest(), limit(timing)))
                .max()
                .orElse(1);
        var axis = Axis.upTo(LEFT, RIGHT, longest * 1.05);
        var shapes = new ArrayList<Element>();
        double y = 6;
        for (var timing : timings) {
            shapes.addAll(row(run, timing, axis, y));
            y += ROW;
        }
        var all = new ArrayList<>(axis.grid(4, y, run.scale()::seconds));
        all.addAll(shapes);
        return Optional.of(Svg.figure(
                Svg.canvas(
                        y + 24,
                        "Start-up phases",
                        "For each phase the longest measured time and its configured wait.",
                        all),
                "Bar: longest time (measured). Dots: each start, a cross where the phase failed. Line: the wait of one attempt (configured). "
                        + run.scale().legend()));
    }

    private static List<Element> row(RunFacts run, PhaseTiming timing, Axis axis, double y) {
        var shapes = new ArrayList<Element>();
        boolean failed = timing.failed();
        var measured = timing.times().isEmpty() ? "not reached" : run.scale().seconds(timing.longest());
        shapes.add(Svg.label(LEFT - 8, y + 20, "end", timing.phase()));
        shapes.add(Svg.bar(
                LEFT,
                y + 6,
                axis.at(timing.longest()) - LEFT,
                ROW - 14,
                failed ? "expected" : "passed",
                timing.phase() + ": " + measured));
        timing.times().stream().limit(200).forEach(time -> shapes.add(dot(run, time, axis, y + 16)));
        if (limit(timing) > 0) {
            shapes.add(Svg.line(axis.at(limit(timing)), y + 1, axis.at(limit(timing)), y + ROW - 3, "limit"));
        }
        var limit = limit(timing) > 0 ? ", wait " + run.scale().seconds(limit(timing)) : "";
        var degraded = timing.outcomes().containsKey("degraded") && !failed ? ", degraded" : "";
        shapes.add(Svg.label(RIGHT + 10, y + 20, "start", measured + limit + degraded));
        return shapes;
    }

    private static Element dot(RunFacts run, PhaseTiming.Time time, Axis axis, double y) {
        var tip = run.scale().seconds(time.millis()) + ", " + time.outcome();
        return Svg.dot(axis.at(time.millis()), y, !time.failed(), tip);
    }

    private static double limit(PhaseTiming timing) {
        var limit = timing.configuredMillis();
        return limit == null ? 0 : limit;
    }
}
