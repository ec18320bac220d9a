package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.measured.ConnectTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long connecting took: in the tests, and in the sweeps that turn one setting up step by step. */
final class ConnectSection {

    private ConnectSection() {}

    static Optional<Section> times(RunFacts run) {
        return table(run, "connect-time")
                .map(table -> Section.of(
                        "Connect times",
                        4,
                        new Block.Paragraph(text(run.scale().legend() + " A wait is that of each connection.")),
                        table));
    }

    static Optional<Section> sweeps(RunFacts run) {
        var blocks = new ArrayList<Block>();
        table(run, "sweep-wait").ifPresent(table -> {
            blocks.add(new Block.Paragraph(text("The wait turned up:")));
            blocks.add(table);
        });
        table(run, "sweep-concurrency").ifPresent(table -> {
            blocks.add(new Block.Paragraph(text("The number of connections at once turned up:")));
            blocks.add(table);
        });
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("Sweeps", 4, blocks));
    }

    private static Optional<Block> table(RunFacts run, String name) {
        var timings = ConnectTiming.of(run, name);
        return timings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        List.of(
                                "Connections",
                                ">Wait (configured)",
                                ">Tried",
                                "Outcomes (measured)",
                                ">Median (measured)",
                                ">Longest (measured)"),
                        timings.stream().map(timing -> row(run, timing)).toList()));
    }

    private static List<Inline> row(RunFacts run, ConnectTiming timing) {
        return List.of(
                text(timing.setting()),
                text(timing.waitMillis().map(run.scale()::seconds).orElse("-")),
                text(timing.observations().size()),
                text(outcomes(timing.outcomes())),
                text(run.scale().seconds(timing.quantile(0.5))),
                text(run.scale().seconds(timing.quantile(1))));
    }

    static String outcomes(Map<String, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
