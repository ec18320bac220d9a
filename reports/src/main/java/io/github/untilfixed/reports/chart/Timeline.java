package io.github.untilfixed.reports.chart;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.TimeScale;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.measured.ConnectorMoment;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.reports.words.TestNames;
import io.github.untilfixed.reports.words.VerdictWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** When each test ran, with the injected faults and the states of the connector under it. */
public final class Timeline {

    /** More bars than this cannot be told apart on a screen. */
    private static final int MOST = 80;

    /** Characters of a name: more do not fit beside the bars in a wide font, and fewer in bold. */
    private static final int WIDEST = 50;

    private static final double LEFT = 360;
    private static final double RIGHT = 945;
    private static final double ROW = 20;

    private final RunFacts run;
    private final Instant start;
    private final Axis axis;
    private final List<Element> shapes = new ArrayList<>();
    private String group = "";
    private double y = 8;

    private Timeline(RunFacts run, Instant start, double millis) {
        this.run = run;
        this.start = start;
        this.axis = Axis.upTo(LEFT, RIGHT, millis);
    }

    /** Returns the chart, or empty when no test ever started. */
    public static Optional<Element> of(RunFacts run) {
        var started =
                run.tests().stream().filter(test -> test.startedAt() != null).toList();
        if (started.isEmpty()) {
            return Optional.empty();
        }
        var start = run.run().startedAt();
        double millis = started.stream()
                .mapToDouble(test -> since(start, test) + length(test))
                .max()
                .orElse(1);
        return Optional.of(new Timeline(run, start, millis).draw(started));
    }

    private Element draw(List<TestRecord> started) {
        started.stream()
                .sorted(Comparator.comparing(test -> Objects.requireNonNull(test.startedAt())))
                .limit(MOST)
                .forEach(this::test);
        y += 6;
        faults();
        connector();
        var all = new ArrayList<>(axis.grid(4, y, millis -> String.format(Locale.ROOT, "%.1f s", millis / 1000)));
        all.addAll(shapes);
        var left = started.size() - MOST;
        return Svg.figure(
                Svg.canvas(
                        y + 24,
                        "Timeline of the run",
                        started.size() + " tests, each a bar from its start to its end; the injected faults and the "
                                + "states of the connector are the bars below.",
                        all),
                "Real time since the start of the run (measured). Plain: passed. Striped: failed as expected. Crossed: red. "
                        + "Dotted: skipped or gated." + connectorLegend()
                        + (left > 0 ? " " + left + " more tests are in the table." : ""));
    }

    /** The class stands once above its tests, so that the names of both fit beside the bars. */
    private void test(TestRecord test) {
        var heading = TestNames.type(test) + ", " + Tiers.of(test);
        if (!heading.equals(group)) {
            group = heading;
            shapes.add(Svg.label(LEFT - 8, y + 14, "end", CleanText.clip(heading, WIDEST - 9))
                    .styled("group"));
            y += ROW;
        }
        double from = axis.at(since(start, test));
        double to = axis.at(since(start, test) + length(test));
        name(TestNames.display(test));
        shapes.add(Svg.bar(
                from,
                y + 3,
                Math.max(3, to - from),
                ROW - 6,
                Svg.style(test.verdict()),
                test.displayName() + ": " + VerdictWords.of(test.verdict()) + ", " + TimeScale.real(length(test))));
        y += ROW;
    }

    private void faults() {
        if (run.run().faults().isEmpty()) {
            name("no fault injected (configured)");
            y += ROW;
        }
        for (var fault : run.run().faults()) {
            name("fault " + fault + " (configured)");
            shapes.add(Svg.bar(LEFT, y + 3, RIGHT - LEFT, ROW - 6, "fault", fault + ", configured for the whole run"));
            y += ROW;
        }
    }

    private void connector() {
        ConnectorMoment.of(run).forEach((path, moments) -> {
            name("connector of " + path);
            double last = moments.get(moments.size() - 1).millis();
            for (int i = 0; i < Math.min(moments.size(), 200); i++) {
                var moment = moments.get(i);
                double from = axis.at(millis(moment.at()));
                double to = i + 1 < moments.size()
                        ? axis.at(millis(moments.get(i + 1).at()))
                        : last > 0 ? from + 3 : RIGHT;
                shapes.addAll(ConnectorChart.state(moment, from, to, y, ROW));
            }
            y += ROW;
        });
    }

    private String connectorLegend() {
        var sources = ConnectorMoment.sources(ConnectorMoment.of(run));
        return sources.isEmpty() ? "" : " Connector (" + sources + "): plain healthy, striped otherwise.";
    }

    private void name(String words) {
        shapes.add(Svg.label(LEFT - 8, y + 14, "end", CleanText.clip(words, WIDEST)));
    }

    private double millis(Instant at) {
        return Duration.between(start, at).toMillis();
    }

    private static double since(Instant start, TestRecord test) {
        return test.startedAt() == null
                ? 0
                : Math.max(0, Duration.between(start, test.startedAt()).toMillis());
    }

    private static double length(TestRecord test) {
        return test.durationMillis() == null ? 0 : test.durationMillis();
    }
}
