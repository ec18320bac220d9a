package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.TestRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The union of the tests of several shards; of two verdicts on one test the worse one is kept, and that is said. */
final class MergedTests {

    private final Map<String, TestRecord> byId = new LinkedHashMap<>();
    private final List<String> alarms = new ArrayList<>();
    private int duplicates;

    private MergedTests() {}

    static MergedTests of(List<Shard> shards, boolean severalLegs) {
        var merged = new MergedTests();
        for (var shard : shards) {
            shard.tests(severalLegs).forEach(test -> merged.add(shard, test));
        }
        return merged;
    }

    List<TestRecord> tests() {
        return List.copyOf(byId.values());
    }

    List<String> alarms() {
        var all = new ArrayList<>(alarms);
        if (duplicates > 0) {
            all.add(duplicates + " tests are in more than one shard with the same verdict; each counts once.");
        }
        return all;
    }

    private void add(Shard shard, TestRecord test) {
        var other = byId.putIfAbsent(test.id(), test);
        if (other == null) {
            return;
        }
        if (other.verdict() == test.verdict()) {
            duplicates++;
            return;
        }
        var worst = test.verdict().red() || !other.verdict().red() ? test : other;
        byId.put(test.id(), worst);
        alarms.add("Conflict: " + other.className() + " " + other.displayName() + " is " + other.verdict()
                + " in one shard and " + test.verdict() + " in " + shard.name() + "; " + worst.verdict()
                + " is shown.");
    }
}
