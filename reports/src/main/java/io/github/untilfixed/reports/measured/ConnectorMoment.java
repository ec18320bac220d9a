package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A connector changed its state.
 *
 * @param at when, real time
 * @param millis since its path was first under load, real milliseconds; 0 when that is not on record
 * @param state in its own words, for example {@code SCALING}
 * @param instances in words; empty when not on record
 * @param boundBy which budget was used most; empty when not on record
 * @param source where that comes from, for example {@code modelled, profile staging}
 */
public record ConnectorMoment(
        Instant at, double millis, String state, String instances, String boundBy, String source) {

    /** Returns the moments of each connector, by the name of its path, oldest first. */
    public static Map<String, List<ConnectorMoment>> of(RunFacts run) {
        var states = run.observed("connector-state").toList();
        if (states.isEmpty()) {
            return Map.of();
        }
        var starts = new HashMap<String, Instant>();
        for (var test : run.tests()) {
            if (test.startedAt() != null) {
                starts.put(test.id(), test.startedAt());
            }
        }
        var byPath = new LinkedHashMap<String, List<ConnectorMoment>>();
        states.forEach(
                state -> byPath.computeIfAbsent(state.attributes().getOrDefault("path", "?"), path -> new ArrayList<>())
                        .add(of(state, starts)));
        byPath.values().forEach(moments -> moments.sort(Comparator.comparing(ConnectorMoment::at)));
        return byPath;
    }

    /** Returns where the states on record come from, in words; empty when there are none. */
    public static String sources(Map<String, List<ConnectorMoment>> byPath) {
        return byPath.values().stream()
                .flatMap(List::stream)
                .map(ConnectorMoment::source)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String source(ObservationRecord state) {
        var profile = state.attributes().get("profile");
        return state.provenance().name().toLowerCase(Locale.ROOT) + (profile == null ? "" : ", profile " + profile);
    }

    /** The value, if there is one, is the time since the test put the path under load; the record is written later. */
    private static ConnectorMoment of(ObservationRecord state, Map<String, Instant> starts) {
        var start = state.test() == null ? null : starts.get(state.test());
        double millis = Objects.requireNonNullElse(state.value(), 0.0);
        var at = start == null || state.value() == null ? state.at() : start.plusNanos(Math.round(millis * 1e6));
        var attributes = state.attributes();
        return new ConnectorMoment(
                at,
                millis,
                attributes.getOrDefault("state", "?"),
                attributes.getOrDefault("instances", ""),
                attributes.getOrDefault("bound-by", ""),
                source(state));
    }
}
