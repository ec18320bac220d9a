package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first and the last line of the journal that several shards would have written together.
 *
 * @param shards in the order in which they started, at least one
 */
record MergedRun(List<Shard> shards) {

    RunRecord header() {
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
                planned(),
                first.commit(),
                shards.stream().anyMatch(shard -> shard.journal().run().dirty()),
                List.copyOf(incidents.values()),
                Map.copyOf(platform));
    }

    /** What a rerun plans was planned before. */
    private int planned() {
        var seen = new HashSet<String>();
        int planned = 0;
        for (var shard : shards) {
            var own = shard.planned();
            int again = (int) own.stream().filter(seen::contains).count();
            planned += Math.max(0, shard.journal().run().planned() - again);
            seen.addAll(own);
        }
        return planned;
    }

    private String covered() {
        var tiers = new TreeSet<String>();
        shards.forEach(shard -> tiers.addAll(shard.tiers()));
        return tiers.containsAll(Shard.allTiers()) ? Shard.ALL : String.join(",", tiers);
    }

    Optional<EndRecord> end(List<TestRecord> tests) {
        var ends =
                shards.stream().flatMap(shard -> shard.journal().end().stream()).toList();
        if (ends.size() < shards.size()) {
            return Optional.empty();
        }
        var fixed = fixed(ends, tests);
        var last = ends.stream().map(EndRecord::finishedAt).max(Comparator.naturalOrder());
        return last.map(finishedAt -> new EndRecord(
                finishedAt,
                tests.size(),
                List.of(),
                fixed,
                union(ends, EndRecord::unverified),
                deletions(ends, fixed)));
    }

    /** What one shard saw pass another may have seen fail. */
    private static List<String> fixed(List<EndRecord> ends, List<TestRecord> tests) {
        return union(ends, EndRecord::fixed).stream()
                .filter(id -> tests.stream()
                        .filter(test -> test.expectation().incidents().contains(id))
                        .allMatch(MergedRun::passed))
                .toList();
    }

    /** Nothing is to be deleted for what another shard saw fail. */
    private static List<String> deletions(List<EndRecord> ends, List<String> fixed) {
        return union(ends.stream().filter(end -> fixed.containsAll(end.fixed())).toList(), EndRecord::deletions);
    }

    private static boolean passed(TestRecord test) {
        return test.verdict() == Verdict.PASSED
                || test.verdict() == Verdict.PASSED_UNEXPECTEDLY
                || (test.verdict() == Verdict.SKIPPED && test.flags().contains(TestRecord.POST_FIX_ONLY));
    }

    private static List<String> union(List<EndRecord> ends, Function<EndRecord, List<String>> part) {
        return ends.stream().flatMap(end -> part.apply(end).stream()).distinct().toList();
    }
}
