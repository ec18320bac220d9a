package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.HistoryLine;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdicts of the runs on record. */
public final class TrendChart {

    private static final int MOST = 60;
    private static final double LEFT = 70;
    private static final double RIGHT = 940;
    private static final double TOP = 12;
    private static final double BOTTOM = 180;

    private TrendChart() {}

    /** Returns the chart, or empty when there is only one run to show. */
    public static Optional<Element> of(History history) {
        var all = history.lines();
        if (all.size() < 2) {
            return Optional.empty();
        }
        var lines = all.subList(Math.max(0, all.size() - MOST), all.size());
        int most = lines.stream().mapToInt(line -> sum(kinds(line))).max().orElse(1);
        var shapes = new ArrayList<Element>();
        double step = Math.max(1, Axis.step(Math.max(1, most) / 4.0));
        for (double value = 0; value <= most; value += step) {
            double y = BOTTOM - (BOTTOM - TOP) * value / Math.max(1, most);
            shapes.add(Svg.line(LEFT, y, RIGHT, y, "grid"));
            shapes.add(Svg.label(LEFT - 8, y + 4, "end", Long.toString((long) value))
                    .styled("tick"));
        }
        double width = Math.min(60, (RIGHT - LEFT) / lines.size());
        for (int i = 0; i < lines.size(); i++) {
            shapes.addAll(run(lines.get(i), LEFT + i * width, width, Math.max(1, most)));
        }
        shapes.add(Svg.label(LEFT, BOTTOM + 18, "start", day(lines.get(0))).styled("tick"));
        shapes.add(Svg.label(
                        LEFT + lines.size() * width,
                        BOTTOM + 18,
                        "end",
                        lines.size() < 4 ? "" : day(lines.get(lines.size() - 1)))
                .styled("tick"));
        return Optional.of(
                Svg.figure(
                        Svg.canvas(BOTTOM + 28, "Trend over runs", lines.size() + " runs, oldest first.", shapes),
                        "Tests of each run by verdict, oldest first: plain passed, striped failed as expected, crossed red, dotted "
                                + "skipped or gated (measured). Runs may have had different modes and faults: point at a bar."));
    }

    private static List<Element> run(HistoryLine line, double x, double width, int most) {
        var shapes = new ArrayList<Element>();
        double y = BOTTOM;
        for (var kind : kinds(line).entrySet()) {
            double height = (BOTTOM - TOP) * kind.getValue() / most;
            if (height > 0) {
                y -= height;
                shapes.add(Svg.bar(
                        x + 1,
                        y,
                        width - 2,
                        height,
                        kind.getKey(),
                        RunLines.utc(line.startedAt()) + ", mode " + line.mode() + ", faults " + line.faults() + ": "
                                + kind.getValue() + " " + kind.getKey()));
            }
        }
        return shapes;
    }

    private static Map<String, Integer> kinds(HistoryLine line) {
        var kinds = new LinkedHashMap<String, Integer>();
        for (var verdict : Verdict.values()) {
            kinds.merge(Svg.style(verdict), line.count(verdict), Integer::sum);
        }
        return kinds;
    }

    private static int sum(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String day(HistoryLine line) {
        return RunLines.utc(line.startedAt()).substring(0, 16) + " UTC";
    }
}
