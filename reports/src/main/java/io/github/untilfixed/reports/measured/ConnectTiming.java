package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long connecting took under one setting: so many at once, with such a wait; where neither is on record, over one path.
 *
 * @param setting in words, for example {@code 10 at once}
 * @param waitMillis the configured wait in real milliseconds, empty when none is on record
 * @param observations at least one
 */
public record ConnectTiming(String setting, Optional<Double> waitMillis, List<ObservationRecord> observations) {

    /** Returns what was measured under each setting, the fewest at once and the shortest wait first. */
    public static List<ConnectTiming> of(RunFacts run, String name) {
        var bySetting = new LinkedHashMap<String, List<ObservationRecord>>();
        run.observed(name)
                .filter(observation -> observation.value() != null)
                .sorted(Comparator.comparingDouble((ObservationRecord each) -> number(each, "concurrency"))
                        .thenComparingDouble(each -> number(each, "wait-millis")))
                .forEach(each -> bySetting
                        .computeIfAbsent(setting(each) + "\n" + number(each, "wait-millis"), s -> new ArrayList<>())
                        .add(each));
        return bySetting.values().stream().map(ConnectTiming::of).toList();
    }

    /** Returns the measured times, real milliseconds, ascending. */
    public List<Double> millis() {
        return observations.stream()
                .map(ObservationRecord::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Returns how often each outcome was seen. */
    public Map<String, Integer> outcomes() {
        var outcomes = new TreeMap<String, Integer>();
        observations.forEach(each -> outcomes.merge(each.attributes().getOrDefault("outcome", "?"), 1, Integer::sum));
        return outcomes;
    }

    /** Returns the duration below which that share of the measured ones lie, real milliseconds. */
    public double quantile(double share) {
        var millis = millis();
        return millis.get((int) Math.min(millis.size() - 1L, Math.round(share * (millis.size() - 1))));
    }

    private static ConnectTiming of(List<ObservationRecord> observations) {
        var first = observations.get(0);
        double wait = number(first, "wait-millis");
        return new ConnectTiming(
                setting(first), wait > 0 ? Optional.of(wait) : Optional.empty(), List.copyOf(observations));
    }

    private static String setting(ObservationRecord observation) {
        return number(observation, "concurrency") > 0
                ? observation.attributes().get("concurrency") + " at once"
                : observation.attributes().getOrDefault("path", "?");
    }

    private static double number(ObservationRecord observation, String attribute) {
        try {
            return Double.parseDouble(observation.attributes().getOrDefault(attribute, "0"));
        } catch (NumberFormatException e) {
            // A setting that is no number is shown as none rather than as a number nobody set.
            return 0;
        }
    }
}
