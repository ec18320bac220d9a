package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A horizontal axis from 0.
 *
 * @param left where 0 is on the canvas
 * @param right where the end is on the canvas
 * @param end the value there, above 0
 */
record Axis(double left, double right, double end) {

    /** Returns an axis whose end is a round number not below the value. */
    static Axis upTo(double left, double right, double value) {
        return new Axis(left, right, Math.max(value, 1e-9));
    }

    double at(double value) {
        return left + (right - left) * Math.min(1, Math.max(0, value / end));
    }

    List<Element> grid(double top, double bottom, DoubleFunction<String> words) {
        var shapes = new ArrayList<Element>();
        double step = step(end / 6);
        for (int i = 0; i * step <= end * 1.0001; i++) {
            shapes.add(Svg.line(at(i * step), top, at(i * step), bottom, "grid"));
            shapes.add(Svg.label(at(i * step), bottom + 16, "middle", words.apply(i * step))
                    .styled("tick"));
        }
        return shapes;
    }

    static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}
