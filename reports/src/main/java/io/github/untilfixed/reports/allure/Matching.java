package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.Leg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the adapter's results is which test's. The adapter knows nothing of legs: a test that ran on several JDKs has a
 * result from each under one id, and they are told apart by when they started.
 */
final class Matching {

    private final Map<String, ObjectNode> byTest = new HashMap<>();
    private final List<ObjectNode> nobodys = new ArrayList<>();

    private Matching() {}

    /**
     * Finds a result for each test that has one.
     *
     * @param results by the unique id that they name
     */
    static Matching of(List<TestRecord> tests, Map<String, List<ObjectNode>> results) {
        var matching = new Matching();
        var left = new LinkedHashMap<>(results);
        var byId = new LinkedHashMap<String, List<TestRecord>>();
        for (var test : tests) {
            var own = left.remove(test.id());
            if (own == null) {
                byId.computeIfAbsent(Leg.without(test.id()), id -> new ArrayList<>())
                        .add(test);
            } else {
                matching.takeLast(test, own);
            }
        }
        byId.forEach((id, legs) -> matching.takeNearest(legs, Optional.ofNullable(left.remove(id))));
        left.values().forEach(matching.nobodys::addAll);
        return matching;
    }

    /** Returns the result of a test, or empty when the adapter wrote none. */
    Optional<ObjectNode> of(TestRecord test) {
        return Optional.ofNullable(byTest.get(test.id()));
    }

    /** Returns the results that are no test's, or that a later one replaces. */
    List<ObjectNode> nobodys() {
        return nobodys;
    }

    private void takeLast(TestRecord test, List<ObjectNode> results) {
        var last = results.stream()
                .reduce((one, other) ->
                        one.path("stop").asLong() > other.path("stop").asLong() ? one : other)
                .orElseThrow();
        byTest.put(test.id(), last);
        results.stream().filter(result -> !result.equals(last)).forEach(nobodys::add);
    }

    /** No result serves two legs, and none is left over while a leg has nothing. */
    private void takeNearest(List<TestRecord> legs, Optional<List<ObjectNode>> found) {
        var results = new ArrayList<>(found.orElse(List.of()));
        if (legs.size() == 1 && !results.isEmpty()) {
            takeLast(legs.get(0), results);
            return;
        }
        legs.stream()
                .flatMap(leg -> results.stream().map(result -> new Pair(leg, result)))
                .sorted(Comparator.comparingLong(Pair::apart))
                .forEach(pair -> take(pair, results));
        nobodys.addAll(results);
    }

    private void take(Pair pair, List<ObjectNode> results) {
        if (!byTest.containsKey(pair.test.id()) && results.remove(pair.result)) {
            byTest.put(pair.test.id(), pair.result);
        }
    }

    /** A result that may be the test's. */
    private record Pair(TestRecord test, ObjectNode result) {

        /** Returns the milliseconds between their starts; a test that never started takes what the others leave. */
        long apart() {
            var started = test.startedAt();
            return started == null
                    ? Long.MAX_VALUE
                    : Math.abs(started.toEpochMilli() - result.path("start").asLong());
        }
    }
}
