package io.github.untilfixed.reports.page;

import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.words.VerdictWords;
import io.github.untilfixed.verdict.Verdict;
import java.util.Arrays;

/** One tile for each verdict that occurs. */
final class VerdictTiles {

    private VerdictTiles() {}

    static Element of(VerdictCounts counts) {
        return Element.of(
                        "ul",
                        Arrays.stream(Verdict.values())
                                .filter(verdict -> counts.of(verdict) > 0)
                                .map(verdict -> tile(verdict, counts.of(verdict)))
                                .toList())
                .with("aria-label", "Verdicts")
                .styled("tiles");
    }

    private static Element tile(Verdict verdict, int count) {
        return Element.of("li", Element.of("b", Integer.toString(count)), Element.of("span", VerdictWords.of(verdict)))
                .styled("tile " + kind(verdict));
    }

    /** Returns the class that gives a verdict its colour and its pattern. */
    static String kind(Verdict verdict) {
        if (verdict.red()) {
            return "is-red";
        }
        return switch (verdict) {
            case PASSED -> "is-passed";
            case FAILED_AS_EXPECTED -> "is-expected";
            default -> "is-neutral";
        };
    }
}
