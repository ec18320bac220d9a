package io.github.untilfixed.reports.facts;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.journal.TestRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests of a run by tier, in the order of the tiers. */
public final class Tiers {

    /** Stands for tests that belong to no tier. */
    public static final String NONE = "(no tier)";

    private Tiers() {}

    /** Returns the tests of each tier that has any. */
    public static Map<String, List<TestRecord>> split(Collection<TestRecord> tests) {
        var tiers = new LinkedHashMap<String, List<TestRecord>>();
        Arrays.stream(Tier.values()).forEach(tier -> tiers.put(tier.tag(), new ArrayList<>()));
        tests.forEach(test ->
                tiers.computeIfAbsent(of(test), tier -> new ArrayList<>()).add(test));
        tiers.values().removeIf(List::isEmpty);
        return tiers;
    }

    /** Returns the tier of a test, or {@link #NONE}. */
    public static String of(TestRecord test) {
        return test.tier() == null ? NONE : test.tier();
    }
}
