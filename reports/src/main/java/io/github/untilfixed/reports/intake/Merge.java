package io.github.untilfixed.reports.intake;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.Completeness;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
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
        var tests = tests();
        return new RunFacts(header(), tests, observations(), end(tests), List.copyOf(alarms), redactions);
    }

    private void missingTiers() {
        var covered = new TreeMap<String, TreeSet<String>>();
        for (var shard : shards) {
            covered.computeIfAbsent(shard.leg(), leg -> new TreeSet<>())
                    .addAll(tiers(shard.journal().run().tier()));
        }
        covered.forEach((leg, tiers) -> Arrays.stream(Tier.values())
                .map(Tier::tag)
                .filter(tier -> !tiers.contains(tier))
                .forEach(tier -> alarms.add("No shard covers tier " + tier + " on " + leg + ".")));
    }

    private static List<String> tiers(String selection) {
        return selection.equals("all")
                ? Arrays.stream(Tier.values()).map(Tier::tag).toList()
                : Arrays.stream(selection.split(",")).map(String::strip).toList();
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

    private List<TestRecord> tests() {
        var byId = new LinkedHashMap<String, TestRecord>();
        var duplicates = 0;
        for (var shard : shards) {
            for (var test : shard.journal().tests()) {
                var own = onLeg(shard, test);
                var other = byId.get(own.id());
                duplicates += other != null && other.verdict() == own.verdict() ? 1 : 0;
                byId.put(own.id(), other == null ? own : resolve(shard, other, own));
            }
        }
        if (duplicates > 0) {
            alarms.add(duplicates + " tests are in more than one shard with the same verdict; each counts once.");
        }
        return List.copyOf(byId.values());
    }

    private TestRecord resolve(Shard shard, TestRecord first, TestRecord second) {
        if (first.verdict() == second.verdict()) {
            return first;
        }
        var worst = second.verdict().red() || !first.verdict().red() ? second : first;
        alarms.add("Conflict: " + first.className() + " " + first.displayName() + " is " + first.verdict()
                + " in one shard and " + second.verdict() + " in " + shard.name() + "; " + worst.verdict()
                + " is shown.");
        return worst;
    }

    private boolean severalLegs() {
        return shards.stream().map(Shard::leg).distinct().count() > 1;
    }

    private TestRecord onLeg(Shard shard, TestRecord test) {
        if (!severalLegs()) {
            return test;
        }
        return new TestRecord(
                id(shard, test.id()),
                test.className(),
                test.methodName(),
                test.displayName() + " (" + shard.leg() + ")",
                test.tier(),
                test.expectation(),
                test.outcome(),
                test.verdict(),
                test.incident(),
                test.symptom(),
                test.explanation(),
                test.startedAt(),
                test.durationMillis(),
                test.flags(),
                test.evidence());
    }

    private static String id(Shard shard, String id) {
        return id + "/[leg:" + shard.leg() + "]";
    }

    private List<ObservationRecord> observations() {
        boolean several = severalLegs();
        var all = new ArrayList<ObservationRecord>();
        for (var shard : shards) {
            for (var observation : shard.journal().observations()) {
                all.add(
                        several && observation.test() != null
                                ? new ObservationRecord(
                                        observation.at(),
                                        id(shard, observation.test()),
                                        observation.name(),
                                        observation.provenance(),
                                        observation.value(),
                                        observation.unit(),
                                        observation.attributes())
                                : observation);
            }
        }
        all.sort(Comparator.comparing(ObservationRecord::at));
        return List.copyOf(all);
    }

    private RunRecord header() {
        var first = shards.get(0).journal().run();
        var ids = shards.stream()
                .map(shard -> shard.journal().run().runId())
                .sorted()
                .collect(Collectors.joining("\n"));
        var incidents = new LinkedHashMap<String, IncidentSnapshot>();
        var platform = new LinkedHashMap<String, String>();
        for (var shard : shards) {
            shard.journal().run().incidents().forEach(incident -> incidents.putIfAbsent(incident.id(), incident));
            shard.journal()
                    .run()
                    .platform()
                    .forEach((name, value) -> platform.merge(
                            name,
                            value,
                            (a, b) -> Arrays.asList(a.split(" \\| ")).contains(b) ? a : a + " | " + b));
        }
        return new RunRecord(
                first.schema(),
                "merged-" + UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)),
                first.startedAt(),
                first.mode(),
                first.postFix(),
                first.unexpectedPass(),
                first.faults(),
                first.environment(),
                first.toxiproxy(),
                first.timeScale(),
                first.seed(),
                covered(),
                shards.stream()
                        .mapToInt(shard -> shard.journal().run().planned())
                        .sum(),
                first.commit(),
                shards.stream().anyMatch(shard -> shard.journal().run().dirty()),
                List.copyOf(incidents.values()),
                Map.copyOf(platform));
    }

    private String covered() {
        var tiers = new TreeSet<String>();
        shards.forEach(shard -> tiers.addAll(tiers(shard.journal().run().tier())));
        return tiers.containsAll(tiers("all")) ? "all" : String.join(",", tiers);
    }

    private Optional<EndRecord> end(List<TestRecord> tests) {
        var ends =
                shards.stream().flatMap(shard -> shard.journal().end().stream()).toList();
        if (ends.size() < shards.size()) {
            return Optional.empty();
        }
        var last = ends.stream().map(EndRecord::finishedAt).max(Comparator.naturalOrder());
        return last.map(finishedAt -> new EndRecord(
                finishedAt,
                tests.size(),
                List.of(),
                fixed(ends, tests),
                union(ends, EndRecord::unverified),
                union(ends, EndRecord::deletions)));
    }

    /** What one shard saw pass another may have seen fail. */
    private static List<String> fixed(List<EndRecord> ends, List<TestRecord> tests) {
        return union(ends, EndRecord::fixed).stream()
                .filter(id -> tests.stream()
                        .filter(test -> test.expectation().incidents().contains(id))
                        .allMatch(Merge::passed))
                .toList();
    }

    private static boolean passed(TestRecord test) {
        return test.verdict() == Verdict.PASSED
                || test.verdict() == Verdict.PASSED_UNEXPECTEDLY
                || (test.verdict() == Verdict.SKIPPED && test.flags().contains("POST_FIX_ONLY"));
    }

    private static List<String> union(List<EndRecord> ends, Function<EndRecord, List<String>> part) {
        return ends.stream().flatMap(end -> part.apply(end).stream()).distinct().toList();
    }
}
