package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.ObservationRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long connecting over one network path took in a run.
 *
 * @param path its name
 * @param millis what was measured, real milliseconds, ascending
 * @param outcomes how often each outcome was seen
 */
public record PathTiming(String path, List<Double> millis, Map<String, Integer> outcomes) {

    /** Returns the connect times of each path that was measured. */
    public static List<PathTiming> of(RunFacts run) {
        var byPath = new LinkedHashMap<String, List<ObservationRecord>>();
        run.observed("connect-time")
                .forEach(observation -> byPath.computeIfAbsent(
                                observation.attributes().getOrDefault("path", "?"), path -> new ArrayList<>())
                        .add(observation));
        return byPath.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the duration below which that share of the measured ones lie, real milliseconds; 0 when there is none. */
    public double quantile(double share) {
        return millis.isEmpty()
                ? 0
                : millis.get((int) Math.min(millis.size() - 1L, Math.round(share * (millis.size() - 1))));
    }

    private static PathTiming of(String path, List<ObservationRecord> observations) {
        var millis = new ArrayList<Double>();
        var outcomes = new TreeMap<String, Integer>();
        for (var observation : observations) {
            if (observation.value() != null) {
                millis.add(observation.value());
            }
            outcomes.merge(observation.attributes().getOrDefault("outcome", "?"), 1, Integer::sum);
        }
        millis.sort(Comparator.naturalOrder());
        return new PathTiming(path, List.copyOf(millis), Map.copyOf(outcomes));
    }
}
