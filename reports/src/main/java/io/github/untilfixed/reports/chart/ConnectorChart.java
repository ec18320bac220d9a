package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.measured.ConnectorMoment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The states of each connector from the moment that it was under load. */
public final class ConnectorChart {

    private static final Set<String> GOOD = Set.of("ready", "idle", "healthy", "recovered");
    private static final double LEFT = 150;
    private static final double RIGHT = 930;
    private static final double ROW = 34;

    private ConnectorChart() {}

    /** Returns the chart, or empty when no state with its time is on record. */
    public static Optional<Element> of(RunFacts run) {
        var byPath = ConnectorMoment.of(run);
        double last = byPath.values().stream()
                .flatMap(List::stream)
                .mapToDouble(ConnectorMoment::millis)
                .max()
                .orElse(0);
        if (last <= 0) {
            return Optional.empty();
        }
        var axis = Axis.upTo(LEFT, RIGHT, last * 1.2);
        var shapes = new ArrayList<Element>();
        double y = 6;
        for (var path : byPath.entrySet()) {
            shapes.add(Svg.label(LEFT - 8, y + 20, "end", path.getKey()));
            var moments = path.getValue();
            for (int i = 0; i < moments.size(); i++) {
                double to = i + 1 < moments.size() ? axis.at(moments.get(i + 1).millis()) : RIGHT;
                shapes.addAll(state(moments.get(i), axis.at(moments.get(i).millis()), to, y, ROW));
            }
            y += ROW;
        }
        var all = new ArrayList<>(axis.grid(4, y, run.scale()::seconds));
        all.addAll(shapes);
        return Optional.of(Svg.figure(
                Svg.canvas(y + 24, "Connector states", "The states of each connector since it was under load.", all),
                "States and instances of the connector under the load that a test put on it ("
                        + ConnectorMoment.sources(byPath)
                        + "); the last one lasts to the end. Plain: healthy. "
                        + "Striped: anything else. " + run.scale().legend()));
    }

    /** Returns the bar of one state, with its name where there is room for it. */
    static List<Element> state(ConnectorMoment moment, double from, double to, double y, double row) {
        var words = moment.state() + (moment.instances().isEmpty() ? "" : ", " + moment.instances());
        boolean good = GOOD.contains(moment.state().toLowerCase(Locale.ROOT));
        var tip = words + " instances" + (moment.boundBy().isEmpty() ? "" : ", bound by " + moment.boundBy());
        var shapes = new ArrayList<Element>();
        shapes.add(Svg.bar(from, y + 3, Math.max(2, to - from - 1), row - 6, good ? "passed" : "expected", tip));
        if (to - from > 7.5 * words.length()) {
            shapes.add(Svg.label(from + 4, y + row / 2 + 4, "start", words).styled("inside"));
        }
        return shapes;
    }
}
