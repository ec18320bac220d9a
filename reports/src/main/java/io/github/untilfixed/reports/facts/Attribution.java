package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.IncidentSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The tests of a run that failed, as a whole or in a part, by the kind of the incident whose symptom they showed; counts, never a share.
 *
 * @param byKind one entry for each kind, 0 included
 * @param unattributed failed tests that showed no known symptom
 * @param failed all failed tests
 * @param causes how many different symptoms were seen: one cut route fails many tests
 */
public record Attribution(Map<String, Integer> byKind, int unattributed, int failed, int causes) {

    /** Counts the failed tests of a run. */
    public static Attribution of(RunFacts run) {
        var kinds = new LinkedHashMap<String, Integer>();
        for (var kind : new String[] {"INFRASTRUCTURE", "CODE", "CONFIGURATION", "DEPENDENCY"}) {
            kinds.put(kind, 0);
        }
        var causes = new TreeSet<String>();
        int failed = 0;
        int unattributed = 0;
        for (var test : run.tests()) {
            // A test of which a part was forgiven returned, and its failure points somewhere all the same.
            if (test.outcome().failures().isEmpty()) {
                continue;
            }
            failed++;
            var kind = test.symptom() == null || test.incident() == null
                    ? java.util.Optional.<String>empty()
                    : run.incident(test.incident()).map(IncidentSnapshot::kind);
            if (kind.isPresent()) {
                kinds.merge(kind.get(), 1, Integer::sum);
                causes.add(test.incident() + " " + test.symptom());
            } else {
                unattributed++;
            }
        }
        return new Attribution(kinds, unattributed, failed, causes.size());
    }
}
