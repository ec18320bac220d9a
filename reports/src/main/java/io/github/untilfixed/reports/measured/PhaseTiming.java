package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.Outcomes;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long one phase of the service's start-up took over all starts of a run.
 *
 * @param phase its name
 * @param times what was measured at each start, the shortest first
 * @param outcomes how often each outcome was seen
 * @param configuredMillis the configured limit in real milliseconds, or null when none is known
 */
public record PhaseTiming(
        String phase,
        List<Time> times,
        Map<String, Integer> outcomes,
        @Nullable Double configuredMillis) {

    /** Neither a success nor a failure: the service came up without a part of itself, or nobody waited for the end. */
    private static final Set<String> NO_FAILURES = Set.of("degraded", "undecided");

    /**
     * What was measured at one start.
     *
     * @param millis real milliseconds
     * @param outcome how the phase ended, {@code ?} when nobody said
     */
    public record Time(double millis, String outcome) {

        /** Returns whether the start failed in this phase. */
        public boolean failed() {
            return PhaseTiming.failed(outcome);
        }
    }

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
        return times.isEmpty() ? 0 : times.get(times.size() / 2).millis();
    }

    /** Returns the longest measured duration in real milliseconds, 0 when none was measured. */
    public double longest() {
        return times.isEmpty() ? 0 : times.get(times.size() - 1).millis();
    }

    /** Returns whether a start failed in this phase. */
    public boolean failed() {
        return outcomes.keySet().stream().anyMatch(PhaseTiming::failed);
    }

    /** Returns how many starts reached this phase. */
    public int starts() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean failed(String outcome) {
        return !Outcomes.good(outcome) && !NO_FAILURES.contains(outcome);
    }

    private static PhaseTiming of(String phase, List<ObservationRecord> observations) {
        var times = new ArrayList<Time>();
        var outcomes = new TreeMap<String, Integer>();
        @Nullable Double configured = null;
        for (var observation : observations) {
            var outcome = observation.attributes().getOrDefault("outcome", "?");
            if (observation.value() != null) {
                times.add(new Time(observation.value(), outcome));
            }
            outcomes.merge(outcome, 1, Integer::sum);
            var limit = number(observation.attributes().get("configured-millis"));
            configured = limit == null ? configured : limit;
        }
        times.sort(Comparator.comparingDouble(Time::millis));
        return new PhaseTiming(phase, List.copyOf(times), Map.copyOf(outcomes), configured);
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
