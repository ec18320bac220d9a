package io.github.untilfixed.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What executions of this JVM have found that write beside one journal: a rerun of failed tests names fewer incidents than
 * the execution that it repeats, which leaves none of them unverified, and proves none that had failed before. Thread-safe.
 *
 * @param named the incidents that tests named
 * @param notFixed those with a test that did not pass
 */
record EarlierExecutions(Set<String> named, Set<String> notFixed) {

    private static final Map<Path, EarlierExecutions> BY_JOURNAL = new ConcurrentHashMap<>();

    /** Notes which incidents an execution looked at, and returns them with those of the executions before. */
    static Set<String> named(Path journal, Collection<String> incidents) {
        return added(of(journal).named, incidents);
    }

    /** Notes which incidents an execution found not to be fixed, and returns them with those of the executions before. */
    static Set<String> notFixed(Path journal, Collection<String> incidents) {
        return added(of(journal).notFixed, incidents);
    }

    private static EarlierExecutions of(Path journal) {
        return BY_JOURNAL.computeIfAbsent(
                journal.toAbsolutePath().normalize(),
                path -> new EarlierExecutions(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet()));
    }

    private static Set<String> added(Set<String> known, Collection<String> further) {
        known.addAll(further);
        return Set.copyOf(known);
    }
}
