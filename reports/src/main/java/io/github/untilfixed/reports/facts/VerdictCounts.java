package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many tests have which verdict. */
public record VerdictCounts(Map<Verdict, Integer> byVerdict) {

    public VerdictCounts {
        byVerdict = byVerdict.isEmpty() ? Map.of() : Map.copyOf(byVerdict);
    }

    /** Counts the tests. */
    public static VerdictCounts of(Collection<TestRecord> tests) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        tests.forEach(test -> counts.merge(test.verdict(), 1, Integer::sum));
        return new VerdictCounts(counts);
    }

    /** Returns the number of tests with that verdict, 0 or more. */
    public int of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0);
    }

    /** Returns the number of all tests. */
    public int total() {
        return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
    }
}
