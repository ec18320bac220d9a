package io.github.untilfixed.engine;

import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.verdict.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What was seen from inside of Jupiter: which bodies were entered, and where exceptions started; thread-safe. */
final class Sightings {

    private final Map<String, List<Sighting>> byNode = new ConcurrentHashMap<>();
    private final Map<String, List<Part>> parts = new ConcurrentHashMap<>();
    private final Map<String, List<@Nullable Object>> entered = new ConcurrentHashMap<>();

    /** Remembers where an exception started; the first sighting of an exception counts. */
    void saw(String uniqueId, Origin origin, Throwable thrown) {
        var sightings = byNode.computeIfAbsent(uniqueId, id -> new ArrayList<>());
        synchronized (sightings) {
            if (sightings.stream().noneMatch(each -> each.thrown() == thrown)) {
                sightings.add(new Sighting(thrown, origin, List.of(thrown.getSuppressed())));
            }
        }
    }

    Optional<Sighting> find(String uniqueId, Throwable thrown) {
        var sightings = byNode.get(uniqueId);
        if (sightings == null) {
            return Optional.empty();
        }
        synchronized (sightings) {
            return sightings.stream().filter(each -> each.thrown() == thrown).findFirst();
        }
    }

    /** Remembers what became of a part of a test. */
    void add(String uniqueId, Part part) {
        parts.computeIfAbsent(uniqueId, id -> new CopyOnWriteArrayList<>()).add(part);
    }

    /** Returns what became of the parts of a test, in the order in which they ended. */
    List<Part> parts(String uniqueId) {
        return List.copyOf(parts.getOrDefault(uniqueId, List.of()));
    }

    void enter(String uniqueId, List<@Nullable Object> arguments) {
        entered.put(uniqueId, arguments);
    }

    /** Returns the arguments that the body was entered with. */
    List<@Nullable Object> arguments(String uniqueId) {
        return entered.getOrDefault(uniqueId, List.of());
    }

    /** Returns whether the body of the test was entered. */
    boolean entered(String uniqueId) {
        return entered.containsKey(uniqueId);
    }

    /** Forgets a test or container that has its verdict, so that memory does not grow with the run. */
    void forget(String uniqueId) {
        byNode.remove(uniqueId);
        parts.remove(uniqueId);
        entered.remove(uniqueId);
    }

    /**
     * An exception as it was when it left the place where it started.
     *
     * @param thrown the exception
     * @param origin where it started
     * @param suppressed what was suppressed by then; whatever came later is a failure of its own
     */
    record Sighting(Throwable thrown, Origin origin, List<Throwable> suppressed) {

        List<Throwable> addedLater() {
            return Arrays.stream(thrown.getSuppressed())
                    .filter(each -> suppressed.stream().noneMatch(earlier -> earlier == each))
                    .toList();
        }
    }
}
