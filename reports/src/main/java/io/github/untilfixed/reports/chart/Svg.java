package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;

/** The shapes that charts are made of; coordinates in units of a canvas 960 wide. */
final class Svg {

    static final double WIDTH = 960;

    private Svg() {}

    static Element canvas(double height, String title, String description, List<Element> shapes) {
        return Element.of("svg", Element.of("title", title), Element.of("desc", description))
                .with("viewBox", "0 0 960 " + Math.round(height))
                .with("role", "img")
                .styled("chart")
                .add(Patterns.definitions())
                .add(shapes);
    }

    static Element figure(Element svg, String caption) {
        return Element.of("figure", Element.of("div", svg).styled("scroll"), Element.of("figcaption", caption));
    }

    static Element bar(double x, double y, double width, double height, String style, String tip) {
        return Element.of("rect", Element.of("title", tip))
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(0.5, width))
                .with("height", height)
                .styled(style);
    }

    static Element line(double x1, double y1, double x2, double y2, String style) {
        return Element.of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .styled(style);
    }

    static Element label(double x, double y, String anchor, String words) {
        return Element.of("text", words).with("x", x).with("y", y).with("text-anchor", anchor);
    }

    static Element dot(double x, double y, boolean good, String tip) {
        if (good) {
            return Element.of("circle", Element.of("title", tip))
                    .with("cx", x)
                    .with("cy", y)
                    .with("r", 4)
                    .styled("dot");
        }
        return Element.of("path", Element.of("title", tip))
                .with("d", String.format(java.util.Locale.ROOT, "M%.1f %.1fl8 8m0 -8l-8 8", x - 4, y - 4))
                .styled("cross");
    }

    static String style(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED_AS_EXPECTED -> "expected";
            case SKIPPED, GATED -> "neutral";
            case FAILED, PASSED_UNEXPECTEDLY, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED, HARNESS_ERROR ->
                "red";
        };
    }
}
