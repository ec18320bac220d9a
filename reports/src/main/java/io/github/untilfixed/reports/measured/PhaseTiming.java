package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.Outcomes;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long one phase of the service's start-up took over all starts of a run.
 *
 * @param phase its name
 * @param millis what was measured at each start, real milliseconds, ascending
 * @param outcomes how often each outcome was seen
 * @param configuredMillis the configured limit in real milliseconds, or null when none is known
 */
public record PhaseTiming(
        String phase,
        List<Double> millis,
        Map<String, Integer> outcomes,
        @Nullable Double configuredMillis) {

    /** Returns the timings of each phase that was observed, in the order in which the phases first appeared. */
    public static List<PhaseTiming> of(RunFacts run) {
        var byPhase = new LinkedHashMap<String, List<ObservationRecord>>();
        run.observed("startup-phase")
                .forEach(observation -> byPhase.computeIfAbsent(
                                observation.attributes().getOrDefault("phase", "?"), phase -> new ArrayList<>())
                        .add(observation));
        return byPhase.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the middle one of the measured durations in real milliseconds, 0 when none was measured. */
    public double median() {
        return millis.isEmpty() ? 0 : millis.get(millis.size() / 2);
    }

    /** Returns the longest measured duration in real milliseconds, 0 when none was measured. */
    public double longest() {
        return millis.isEmpty() ? 0 : millis.get(millis.size() - 1);
    }

    /** Returns whether a start failed in this phase. */
    public boolean failed() {
        return outcomes.keySet().stream().anyMatch(outcome -> !Outcomes.good(outcome) && !outcome.equals("degraded"));
    }

    /** Returns how many starts reached this phase. */
    public int starts() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static PhaseTiming of(String phase, List<ObservationRecord> observations) {
        var millis = new ArrayList<Double>();
        var outcomes = new TreeMap<String, Integer>();
        @Nullable Double configured = null;
        for (var observation : observations) {
            if (observation.value() != null) {
                millis.add(observation.value());
            }
            outcomes.merge(observation.attributes().getOrDefault("outcome", "?"), 1, Integer::sum);
            var limit = number(observation.attributes().get("configured-millis"));
            configured = limit == null ? configured : limit;
        }
        millis.sort(Comparator.naturalOrder());
        return new PhaseTiming(phase, List.copyOf(millis), Map.copyOf(outcomes), configured);
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            // A limit that is no number is shown as unknown rather than as a number nobody set.
            return null;
        }
    }
}
