package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.TimeScale;
import io.github.untilfixed.reports.measured.ConnectTiming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long connecting took: in the tests, and in the sweeps that turn one setting up step by step. */
final class ConnectSection {

    private static final String REAL_PART =
            "Of an attempt that timed out the time is how long it was waited for. The real "
                    + "part is not multiplied and not in the times: what the slowest of the same connections took beside the path at "
                    + "the same moment, and how long one that timed out was listened for after its wait; its median is "
                    + "shown. The time of a connection that came is a lower estimate therefore.";

    private ConnectSection() {}

    static Optional<Section> times(RunFacts run) {
        return table(run, "connect-time").map(table -> {
            var blocks = new ArrayList<Block>();
            blocks.add(new Block.Paragraph(
                    text(run.scale().legend() + " A wait is that of each connection. " + REAL_PART)));
            blocks.add(table);
            forgotten(run).ifPresent(blocks::add);
            approximate(run).ifPresent(blocks::add);
            return new Section("Connect times", 4, blocks);
        });
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

    private static Optional<Block> forgotten(RunFacts run) {
        var millis = run.observed("measurement-forgotten")
                .flatMap(each -> Stream.ofNullable(each.value()))
                .toList();
        return millis.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block.Paragraph(text("Measurements that were forgotten and made again, whatever became "
                                + "of them, because the same without the path took too long (measured): "
                                + millis.size()
                                + ", the slowest "
                                + TimeScale.real(millis.stream()
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow())
                                + " of real time.")));
    }

    private static Optional<Block> approximate(RunFacts run) {
        var paths = run.observed("vpc-path")
                .map(path -> path.attributes().get("approximate"))
                .toList();
        long approximate = paths.stream().filter("true"::equals).count();
        return approximate == 0
                ? Optional.empty()
                : Optional.of(new Block.Paragraph(
                        text("Approximate (measured): the Toxiproxy of this run lacks the types of its"
                                + " fault on " + approximate + " of " + paths.size()
                                + " paths. There every answer is delayed instead of the connection, and a"
                                + " connector's budgets are not shared.")));
    }

    private static Optional<Block> table(RunFacts run, String name) {
        var timings = ConnectTiming.of(run, name);
        return timings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        List.of(
                                "Connections",
                                ">Wait (configured)",
                                "Outcome (measured)",
                                ">Number",
                                ">Median (measured)",
                                ">Longest (measured)",
                                ">Real part (measured)"),
                        timings.stream()
                                .flatMap(timing -> timing.byOutcome().entrySet().stream())
                                .map(entry -> row(run, entry.getKey(), entry.getValue()))
                                .toList()));
    }

    private static List<Inline> row(RunFacts run, String outcome, ConnectTiming timing) {
        return List.of(
                text(timing.setting()),
                text(timing.waitMillis().map(run.scale()::seconds).orElse("-")),
                text(outcome),
                text(timing.observations().size()),
                text(run.scale().seconds(timing.quantile(0.5))),
                text(run.scale().seconds(timing.quantile(1))),
                text(timing.realMillis().map(TimeScale::real).orElse("-")));
    }

    static String outcomes(Map<String, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
