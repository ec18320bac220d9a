package io.github.untilfixed.benchmark;

import java.util.List;
import java.util.Locale;

/** How the ratios of all pairs are told. */
final class Ratios {

    private Ratios() {}

    static String text(String what, List<Double> ratios) {
        var sorted = ratios.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "    %-16s median %.3f  lowest %.3f  highest %.3f",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
