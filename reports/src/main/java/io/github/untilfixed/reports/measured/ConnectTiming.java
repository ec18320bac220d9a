package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** Returns the same by outcome: how long one was waited for says nothing of how long those took that came. */
    public Map<String, ConnectTiming> byOutcome() {
        var byOutcome = new TreeMap<String, List<ObservationRecord>>();
        observations.forEach(each -> byOutcome
                .computeIfAbsent(each.attributes().getOrDefault("outcome", "?"), outcome -> new ArrayList<>())
                .add(each));
        var timings = new LinkedHashMap<String, ConnectTiming>();
        byOutcome.forEach((outcome, seen) -> timings.put(outcome, new ConnectTiming(setting, waitMillis, seen)));
        return timings;
    }

    /** Returns the duration below which that share lie, without the real part; compressed milliseconds. */
    public double quantile(double share) {
        return quantile(observations.stream().map(each -> ConnectParts.of(each).simulated()), share);
    }

    /** Returns the median of the real parts in real milliseconds; empty when none are on record. */
    public Optional<Double> realMillis() {
        var parts = observations.stream()
                .flatMap(each -> ConnectParts.of(each).real().stream())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(quantile(parts.stream(), 0.5));
    }

    private static double quantile(Stream<Double> values, double share) {
        var millis = values.sorted().toList();
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
