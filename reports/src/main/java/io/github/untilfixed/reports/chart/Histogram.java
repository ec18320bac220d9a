package io.github.untilfixed.reports.chart;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.Outcomes;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.measured.ConnectParts;
import io.github.untilfixed.reports.measured.ConnectTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How connect times are distributed, by network path. */
public final class Histogram {

    private static final int BINS = 40;
    private static final double LEFT = 150;
    private static final double RIGHT = 930;
    private static final double HEIGHT = 110;

    private Histogram() {}

    /** Returns the chart, or empty when no connect time was measured. */
    public static Optional<Element> of(RunFacts run) {
        var timings = ConnectTiming.of(run, "connect-time");
        if (timings.isEmpty()) {
            return Optional.empty();
        }
        double longest = timings.stream()
                .mapToDouble(timing ->
                        Math.max(timing.quantile(1), timing.waitMillis().orElse(0.0)))
                .max()
                .orElse(1);
        var axis = Axis.upTo(LEFT, RIGHT, longest * 1.02);
        var shapes = new ArrayList<Element>();
        double y = 10;
        for (var timing : timings) {
            shapes.addAll(setting(run, timing, axis, y));
            y += HEIGHT;
        }
        var all = new ArrayList<>(axis.grid(4, y, run.scale()::seconds));
        all.addAll(shapes);
        return Optional.of(Svg.figure(
                Svg.canvas(
                        y + 24,
                        "Connect times",
                        "For each number of connections at once, how many took how long.",
                        all),
                "Connections by how long they took (measured): plain ones succeeded, striped ones failed. Dashed line: "
                        + "the wait of each (configured). What the machine took is real time and left out, where it is on record. "
                        + run.scale().legend()));
    }

    private static List<Element> setting(RunFacts run, ConnectTiming timing, Axis axis, double y) {
        var shapes = new ArrayList<Element>();
        double base = y + HEIGHT - 14;
        int most = bars(run, timing, axis, base, shapes);
        shapes.add(Svg.line(LEFT, base, RIGHT, base, "axis"));
        timing.waitMillis()
                .ifPresent(
                        wait -> shapes.add(Svg.line(axis.at(wait), base - HEIGHT + 30, axis.at(wait), base, "limit")));
        int tried = timing.observations().size();
        shapes.add(Svg.label(LEFT - 8, base - 22, "end", timing.setting()));
        shapes.add(Svg.label(LEFT - 8, base - 6, "end", tried + (tried == 1 ? " connection" : " connections"))
                .styled("tick"));
        shapes.add(Svg.label(LEFT + 2, y + 8, "start", "highest bar: " + most).styled("tick"));
        return shapes;
    }

    /** Adds a bar for each bin that is not empty, and returns how many connections the highest one stands for. */
    private static int bars(RunFacts run, ConnectTiming timing, Axis axis, double base, List<Element> shapes) {
        var good = new int[BINS];
        var bad = new int[BINS];
        int most = 1;
        for (var observation : timing.observations()) {
            int bin = bin(observation, axis);
            (Outcomes.good(observation) ? good : bad)[bin]++;
            most = Math.max(most, good[bin] + bad[bin]);
        }
        double unit = (HEIGHT - 34) / most;
        for (int i = 0; i < BINS; i++) {
            var range = run.scale().seconds(axis.end() * i / BINS) + " to "
                    + run.scale().seconds(axis.end() * (i + 1) / BINS);
            bar(i, base - good[i] * unit, good[i] * unit, "passed", good[i] + " succeeded, " + range, shapes);
            bar(i, base - (good[i] + bad[i]) * unit, bad[i] * unit, "expected", bad[i] + " failed, " + range, shapes);
        }
        return most;
    }

    private static void bar(int bin, double y, double height, String style, String tip, List<Element> shapes) {
        double width = (RIGHT - LEFT) / BINS;
        if (height > 0) {
            shapes.add(Svg.bar(LEFT + bin * width + 1, y, width - 2, height, style, tip));
        }
    }

    private static int bin(ObservationRecord observation, Axis axis) {
        double value = ConnectParts.of(observation).simulated();
        return (int) Math.min(BINS - 1, Math.max(0, Math.floor(value / axis.end() * BINS)));
    }
}
