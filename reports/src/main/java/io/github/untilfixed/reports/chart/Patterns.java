package io.github.untilfixed.reports.chart;

import io.github.untilfixed.reports.html.Element;

/** The patterns that tell kinds of verdict apart without colour: plain, striped, crossed, dotted. */
final class Patterns {

    private Patterns() {}

    static Element definitions() {
        return Element.of(
                "defs",
                pattern("stripes", "expected-ground", "M0 8L8 0M-2 2L2 -2M6 10L10 6"),
                pattern("crosses", "red-ground", "M0 0L8 8M0 8L8 0"),
                pattern("dots", "neutral-ground", "M4 3v2"));
    }

    private static Element pattern(String id, String ground, String lines) {
        return Element.of(
                        "pattern",
                        Element.of("rect").with("width", 8).with("height", 8).styled(ground),
                        Element.of("path").with("d", lines).styled("hatch"))
                .with("id", id)
                .with("width", 8)
                .with("height", 8)
                .with("patternUnits", "userSpaceOnUse");
    }
}
