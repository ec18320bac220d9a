package io.github.untilfixed.reports.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A run in one line: counts only, no message and no trace, so that nothing secret lives on in it.
 *
 * @param run the run's id
 * @param mode what was expected, in the words of the configuration
 * @param complete whether the journal was complete
 * @param tiers the number of tests by tier and verdict
 * @param incidents what was found about each, by its id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryLine(
        String run,
        Instant startedAt,
        @Nullable String commit,
        String mode,
        List<String> faults,
        String environment,
        boolean complete,
        Map<String, Map<String, Integer>> tiers,
        Map<String, Finding> incidents) {

    /**
     * What a run found about an incident.
     *
     * @param state the name of the state
     * @param verdicts the number of its tests by verdict
     * @param observed short digests of the tests that failed with its symptom
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Finding(String state, Map<String, Integer> verdicts, List<String> observed) {}

    /** Returns the line of a run. */
    public static HistoryLine of(RunFacts facts) {
        var tiers = new LinkedHashMap<String, Map<String, Integer>>();
        Tiers.split(facts.tests()).forEach((tier, tests) -> tiers.put(tier, counts(VerdictCounts.of(tests))));
        var incidents = new LinkedHashMap<String, Finding>();
        facts.incidents().forEach(incident -> incidents.put(incident.incident().id(), finding(incident)));
        var run = facts.run();
        return new HistoryLine(
                run.runId(),
                run.startedAt(),
                run.commit(),
                run.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                run.faults(),
                run.environment(),
                facts.alarms().isEmpty(),
                tiers,
                incidents);
    }

    /** Returns the number of tests with that verdict over all tiers. */
    public int count(Verdict verdict) {
        return tiers.values().stream()
                .mapToInt(counts -> counts.getOrDefault(verdict.name(), 0))
                .sum();
    }

    /** Returns the short name under which a test is remembered: it survives renamed parameters, not renamed methods. */
    public static String digest(TestRecord test) {
        var crc = new CRC32();
        crc.update(test.id().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }

    private static Finding finding(IncidentFacts incident) {
        var observed = new ArrayList<String>();
        for (var test : incident.tests()) {
            if (test.symptom() != null && incident.incident().id().equals(test.incident())) {
                observed.add(digest(test));
            }
        }
        return new Finding(incident.state().name(), counts(incident.counts()), observed);
    }

    private static Map<String, Integer> counts(VerdictCounts counts) {
        var byName = new TreeMap<String, Integer>();
        counts.byVerdict().forEach((verdict, count) -> byName.put(verdict.name(), count));
        return byName;
    }
}
