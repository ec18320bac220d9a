package io.github.untilfixed.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which incidents this JVM has looked at: a rerun of failed tests names fewer than the execution that it repeats, and that
 * leaves none of them unverified. Thread-safe.
 */
final class EarlierExecutions {

    private static final Map<Path, Set<String>> NAMED = new ConcurrentHashMap<>();

    private EarlierExecutions() {}

    /** Notes what an execution looked at, and returns it with what those before it did that write beside its journal. */
    static Set<String> add(Path journal, Collection<String> incidents) {
        var named = NAMED.computeIfAbsent(journal.toAbsolutePath().normalize(), path -> ConcurrentHashMap.newKeySet());
        named.addAll(incidents);
        return Set.copyOf(named);
    }
}
