package io.github.untilfixed.engine.inside;

import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.verdict.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestDescriptor;

/** What was seen from inside of Jupiter: which bodies were entered, and where exceptions started; thread-safe. */
public final class Sightings {

    private final Map<String, List<Sighting>> byNode = new ConcurrentHashMap<>();
    private final Map<String, List<Throwable>> escaped = new ConcurrentHashMap<>();
    private final Map<String, List<Part>> parts = new ConcurrentHashMap<>();
    private final Map<String, Throwable> broken = new ConcurrentHashMap<>();
    private final Map<String, List<@Nullable Object>> entered = new ConcurrentHashMap<>();

    // Of each run its own: a test can start a run of tests, on the same thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Hearing> current = new ThreadLocal<>();

    /** Creates it for a run of which nothing was seen yet. */
    public Sightings() {}

    /** Notes that this thread has started a test or container. */
    public Hearing start(TestDescriptor test, Instant now) {
        var hearing = new Hearing(test, now, current.get());
        current.set(hearing);
        return hearing;
    }

    /** Notes that what this thread started last is over. */
    public void end(Hearing hearing) {
        if (current.get() == hearing) {
            var outer = hearing.outer();
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }

    /** Remembers where an exception started; the first sighting of an exception counts. */
    void saw(String uniqueId, Origin origin, Throwable thrown) {
        var sightings = byNode.computeIfAbsent(uniqueId, id -> new ArrayList<>());
        synchronized (sightings) {
            if (sightings.stream().noneMatch(each -> each.thrown() == thrown)) {
                sightings.add(new Sighting(thrown, origin, List.of(thrown.getSuppressed())));
            }
        }
    }

    /** Remembers an exception of a tear-down that no handler took away. */
    void escaped(String uniqueId, Throwable thrown) {
        escaped.computeIfAbsent(uniqueId, id -> new CopyOnWriteArrayList<>()).add(thrown);
    }

    List<Throwable> escaped(String uniqueId) {
        return escaped.isEmpty() ? List.of() : escaped.getOrDefault(uniqueId, List.of());
    }

    Optional<Sighting> find(String uniqueId, Throwable thrown) {
        var sightings = byNode.isEmpty() ? null : byNode.get(uniqueId);
        if (sightings == null) {
            return Optional.empty();
        }
        synchronized (sightings) {
            return sightings.stream().filter(each -> each.thrown() == thrown).findFirst();
        }
    }

    /**
     * Returns the exception that started there and that an error of the run is, or stands for: an error that crosses
     * threads arrives as a copy with the original as its cause.
     */
    public Optional<Throwable> seen(String uniqueId, Throwable error) {
        return Failures.chain(error)
                .filter(each -> find(uniqueId, each).isPresent())
                .findFirst();
    }

    /** Returns the failures that the exception of a test or container stands for, the first one first, never none. */
    public List<Failure> failures(String uniqueId, Throwable thrown, Duration testDuration) {
        return new Failures(this).splitAll(uniqueId, thrown, testDuration);
    }

    /** Returns those that the exception of a part of it stands for. */
    List<Failure> ofPart(String uniqueId, Throwable thrown, Duration duration) {
        return new Failures(this).split(uniqueId, thrown, duration);
    }

    /** Announces that a test has parts that are judged on their own. */
    void expectParts(String uniqueId) {
        parts.computeIfAbsent(uniqueId, id -> new CopyOnWriteArrayList<>());
    }

    /** Returns whether a test has such parts, and no verdict yet. */
    boolean expectsParts(String uniqueId) {
        return parts.containsKey(uniqueId);
    }

    /** Remembers what became of a part of a test; what comes after its verdict is nobody's. */
    void add(String uniqueId, Part part) {
        parts.getOrDefault(uniqueId, new ArrayList<>()).add(part);
    }

    /** Remembers that a part of a test could not be judged. */
    void broken(String uniqueId, Throwable fault) {
        broken.putIfAbsent(uniqueId, fault);
    }

    /** Returns why a part of a test could not be judged; empty when each was. */
    public Optional<Throwable> broken(String uniqueId) {
        return broken.isEmpty() ? Optional.empty() : Optional.ofNullable(broken.get(uniqueId));
    }

    /** Returns what became of the parts of a test, in the order in which they ended. */
    public List<Part> parts(String uniqueId) {
        return parts.isEmpty() ? List.of() : List.copyOf(parts.getOrDefault(uniqueId, List.of()));
    }

    /** Returns whether the body was entered. */
    boolean entered(ExtensionContext context) {
        var hearing = heard(context);
        return (hearing != null && hearing.arguments() != null) || entered.containsKey(context.getUniqueId());
    }

    /** Notes that the body was entered, by the thread that started the test or by another. */
    void enter(ExtensionContext context, List<@Nullable Object> arguments) {
        var hearing = heard(context);
        if (hearing == null) {
            entered.put(context.getUniqueId(), arguments);
        } else {
            hearing.enter(arguments);
        }
    }

    private @Nullable Hearing heard(ExtensionContext context) {
        var hearing = current.get();
        return hearing != null && hearing.test().getDisplayName().equals(context.getDisplayName()) ? hearing : null;
    }

    /** Returns the arguments that the body was entered with, or null when it was not entered. */
    public @Nullable List<@Nullable Object> arguments(Hearing hearing, String uniqueId) {
        var arguments = hearing.arguments();
        return arguments == null && !entered.isEmpty() ? entered.get(uniqueId) : arguments;
    }

    /** Forgets a test or container that has its verdict, so that memory does not grow with the run. */
    public void forget(String uniqueId) {
        forget(byNode, uniqueId);
        forget(escaped, uniqueId);
        forget(parts, uniqueId);
        forget(broken, uniqueId);
        forget(entered, uniqueId);
    }

    /** Most tests leave nothing to forget, and looking them up takes time. */
    private static void forget(Map<String, ?> map, String uniqueId) {
        if (!map.isEmpty()) {
            map.remove(uniqueId);
        }
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
