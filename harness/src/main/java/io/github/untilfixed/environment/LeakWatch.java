package io.github.untilfixed.environment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what is in an environment before and after each test. What a test left is removed, and the test is named.
 *
 * <p>Tests that run at the same time cannot be told apart by what they leave, except by what their connections call
 * themselves; the rest is looked for when the last of them ends, and all of them are named.
 */
final class LeakWatch {

    // A closed connection is gone from the server's list a moment later. On a busy machine the moment is long, but
    // so is each look at the list, for which the server makes a new connection.
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int LOOKS = 50;
    private static final Duration POLL = Duration.ofMillis(20);

    private final Environment environment;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Watched> running = new LinkedHashSet<>();
    private final List<Watched> overlapped = new ArrayList<>();

    LeakWatch(Environment environment) {
        this.environment = environment;
    }

    /** Remembers what is there before a test. */
    Watched start(String name, String id, String displayName) {
        lock.lock();
        try {
            var watched = new Watched(new TestScope(environment, name), id, displayName, environment.remnants());
            for (var other : running) {
                if (!other.encloses(watched) && !watched.encloses(other)) {
                    other.overlaps();
                    watched.overlaps();
                }
            }
            running.add(watched);
            return watched;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes what a test has left.
     *
     * @throws EnvironmentException when there is something; it names the test
     */
    void end(Watched watched) {
        Uninterrupted.run(() -> look(watched));
    }

    private void look(Watched watched) {
        lock.lock();
        try {
            running.remove(watched);
            var problems = new ArrayList<String>();
            ofOne(watched).ifPresent(problems::add);
            if (watched.overlapped()) {
                // Also when it has left something that is known to be its own: it may be the last of the group.
                overlapped.add(watched);
                ofGroup().ifPresent(problems::add);
            }
            if (!problems.isEmpty()) {
                throw new EnvironmentException(String.join(" ", problems));
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> ofOne(Watched watched) {
        var leaks = new ArrayList<>(watched.scope().closePaths().stream()
                .map(name -> "the path " + name + " was not closed")
                .toList());
        leaks.addAll(
                removed(List.of(watched), watched.before(), remnant -> !watched.overlapped() || watched.made(remnant)));
        return leaks.isEmpty()
                ? Optional.empty()
                : Optional.of(watched.displayName() + " left behind: " + String.join("; ", leaks)
                        + ". It was removed; close and drop in the test what the test has opened and created.");
    }

    private Optional<String> ofGroup() {
        if (running.stream().anyMatch(Watched::overlapped)) {
            return Optional.empty();
        }
        var group = List.copyOf(overlapped);
        overlapped.clear();
        var before = group.stream()
                .min(Comparator.comparingLong(Watched::number))
                .orElseThrow()
                .before();
        var names = group.stream().map(watched -> watched.displayName()).collect(Collectors.joining(", "));
        var leaks = removed(group, before, remnant -> true);
        return leaks.isEmpty()
                ? Optional.empty()
                : Optional.of("One of the tests " + names + ", which ran at the same time, left behind: "
                        + String.join("; ", leaks) + ". It was removed; close and drop in the test what it has opened"
                        + " and created.");
    }

    private List<String> removed(List<Watched> ended, Set<Remnant> before, Predicate<Remnant> suspect) {
        var left = left(ended, before, suspect);
        var deadline = System.nanoTime() + GRACE.toNanos();
        for (int looks = 1;
                left.stream().anyMatch(remnant -> remnant.kind() == Remnant.Kind.CONNECTION)
                        && (looks < LOOKS || System.nanoTime() - deadline < 0);
                looks++) {
            pause();
            left = left(ended, before, suspect);
        }
        left.forEach(environment::remove);
        return left.stream().map(Remnant::toString).sorted().toList();
    }

    private Set<Remnant> left(List<Watched> ended, Set<Remnant> before, Predicate<Remnant> suspect) {
        return environment.remnants().stream()
                .filter(remnant -> !before.contains(remnant))
                .filter(remnant -> running.stream().noneMatch(other -> other.answersFor(remnant, ended)))
                .filter(suspect)
                .collect(Collectors.toSet());
    }

    private static void pause() {
        LockSupport.parkNanos(POLL.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new EnvironmentException("interrupted while waiting for connections to end");
        }
    }
}
