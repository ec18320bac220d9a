package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.reports.facts.Completeness;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes one run of several shards: the union, with every conflict and every gap said instead of averaged. */
final class Merge {

    private final List<Shard> shards;
    private final List<String> alarms = new ArrayList<>();

    private Merge(List<Shard> shards) {
        this.shards = shards.stream()
                .sorted(Comparator.comparing(
                                (Shard shard) -> shard.journal().run().startedAt())
                        .thenComparing(Shard::name))
                .toList();
    }

    static RunFacts of(List<Shard> shards, int expected) {
        return new Merge(shards).merge(expected);
    }

    private RunFacts merge(int expected) {
        if (expected > 0 && expected != shards.size()) {
            alarms.add(shards.size() + " of " + expected + " shards are here: "
                    + shards.stream().map(Shard::name).collect(Collectors.joining("; ")) + ".");
        }
        int redactions = shards.stream().mapToInt(Shard::redactions).sum();
        if (shards.size() == 1) {
            var journal = shards.get(0).journal();
            alarms.addAll(Completeness.alarms(journal));
            return new RunFacts(
                    journal.run(),
                    journal.tests(),
                    journal.observations(),
                    journal.end(),
                    List.copyOf(alarms),
                    redactions);
        }
        missingTiers();
        disagreements();
        shards.forEach(shard -> Completeness.alarms(shard.journal())
                .forEach(alarm -> alarms.add("Shard " + shard.name() + ": " + alarm)));
        boolean severalLegs = shards.stream().map(Shard::leg).distinct().count() > 1;
        var merged = MergedTests.of(shards, severalLegs);
        alarms.addAll(merged.alarms());
        var run = new MergedRun(shards);
        return new RunFacts(
                run.header(),
                merged.tests(),
                observations(severalLegs),
                run.end(merged.tests()),
                List.copyOf(alarms),
                redactions);
    }

    private List<ObservationRecord> observations(boolean severalLegs) {
        return shards.stream()
                .flatMap(shard -> shard.observations(severalLegs).stream())
                .sorted(Comparator.comparing(ObservationRecord::at))
                .toList();
    }

    private void missingTiers() {
        var covered = new TreeMap<String, TreeSet<String>>();
        for (var shard : shards) {
            covered.computeIfAbsent(shard.leg(), leg -> new TreeSet<>()).addAll(shard.tiers());
        }
        covered.forEach((leg, tiers) -> Shard.allTiers().stream()
                .filter(tier -> !tiers.contains(tier))
                .forEach(tier -> alarms.add("No shard covers tier " + tier + " on " + leg + ".")));
    }

    private void disagreements() {
        disagreement("mode", run -> run.mode() + " " + run.postFix());
        disagreement("unexpected pass", run -> String.valueOf(run.unexpectedPass()));
        disagreement("faults", run -> run.faults().toString());
        disagreement("environment", RunRecord::environment);
        disagreement("time scale", run -> Integer.toString(run.timeScale()));
        disagreement("commit", run -> run.commit() + (run.dirty() ? " with uncommitted changes" : ""));
    }

    private void disagreement(String what, Function<RunRecord, String> value) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var shard : shards) {
            values.computeIfAbsent(value.apply(shard.journal().run()), v -> new ArrayList<>())
                    .add(shard.name());
        }
        if (values.size() > 1) {
            alarms.add("The shards disagree on " + what + ": "
                    + values.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + String.join("; ", entry.getValue()) + ")")
                            .collect(Collectors.joining(", "))
                    + ". They are not of one run.");
        }
    }
}
