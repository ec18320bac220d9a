package io.github.untilfixed.environment;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A test, or a class with all its tests, that is watched for what it leaves. */
final class Watched {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final TestScope scope;
    private final String uniqueId;
    private final String displayName;
    private final Set<Remnant> before;
    private final long number = NUMBER.incrementAndGet();
    private volatile boolean overlapped;

    Watched(TestScope scope, String uniqueId, String displayName, Set<Remnant> before) {
        this.scope = scope;
        this.uniqueId = uniqueId;
        this.displayName = displayName;
        this.before = Set.copyOf(before);
    }

    TestScope scope() {
        return scope;
    }

    String displayName() {
        return displayName;
    }

    /** Returns what was there before it started. */
    Set<Remnant> before() {
        return before;
    }

    /** Returns its place in the order of starts. */
    long number() {
        return number;
    }

    /** Returns whether another test, neither around it nor inside it, ran at the same time. */
    boolean overlapped() {
        return overlapped;
    }

    void overlaps() {
        overlapped = true;
    }

    /** Returns whether the other is a part of this: a test of this class. */
    boolean encloses(Watched other) {
        return other.uniqueId.startsWith(uniqueId + "/");
    }

    /** Returns whether it is known to have made something: by the name of a connection or of an open path. */
    boolean made(Remnant remnant) {
        return switch (remnant.kind()) {
            case CONNECTION -> remnant.application().equals(scope.tag());
            case PROXY, TOXIC, DISABLED -> scope.hasOpen(remnant.proxy());
            case RELATION -> false;
        };
    }

    /**
     * Returns whether others that have ended are not to be asked about something. What a class opened for its tests is the
     * class's, but not what became of its proxies while a test ran.
     */
    boolean answersFor(Remnant remnant, Collection<Watched> ended) {
        return made(remnant) && !(remnant.isStateOfAProxy() && ended.stream().anyMatch(this::encloses));
    }
}
