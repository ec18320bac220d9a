package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.PathTiming;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long connecting took, over each network path. */
final class PathSection {

    private PathSection() {}

    static Optional<Section> of(RunFacts run) {
        var timings = PathTiming.of(run);
        if (timings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Section.of(
                "Connect times",
                4,
                new Block.Table(
                        List.of(
                                "Path",
                                ">Connections",
                                "Outcomes (measured)",
                                ">Median (measured)",
                                ">Longest (measured)"),
                        timings.stream().map(timing -> row(run, timing)).toList())));
    }

    private static List<Inline> row(RunFacts run, PathTiming timing) {
        return List.of(
                code(timing.path()),
                text(timing.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()),
                text(outcomes(timing.outcomes())),
                text(timing.millis().isEmpty() ? "-" : run.scale().seconds(timing.quantile(0.5))),
                text(timing.millis().isEmpty() ? "-" : run.scale().seconds(timing.quantile(1))));
    }

    static String outcomes(Map<String, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
