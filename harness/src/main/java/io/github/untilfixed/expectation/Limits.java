package io.github.untilfixed.expectation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Remembers which limits to some invocations have picked one; thread-safe. */
final class Limits {

    private final Map<String, Boolean> picked = new ConcurrentSkipListMap<>();

    /** Notes that a limit was held against an invocation. */
    void ask(String where, boolean picks) {
        picked.merge(where, picks, Boolean::logicalOr);
    }

    /** Returns the places of those that were asked and picked nothing, sorted. */
    List<String> pickedNothing() {
        return picked.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
