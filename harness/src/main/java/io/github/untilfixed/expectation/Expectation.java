package io.github.untilfixed.expectation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test is expected to do.
 *
 * @param blockers the incidents that keep it from passing, in the order in which the test names them; none: it passes
 * @param postFixOnly whether it runs only after the flip
 */
public record Expectation(List<Blocker> blockers, boolean postFixOnly) {

    /** The test passes. */
    public static final Expectation PASS = new Expectation(List.of(), false);

    /** Copies the list. */
    public Expectation {
        blockers = List.copyOf(blockers);
    }

    /** Returns the same with further blockers. */
    public Expectation with(List<Blocker> further) {
        return further.isEmpty()
                ? this
                : new Expectation(
                        Stream.concat(blockers.stream(), further.stream())
                                .distinct()
                                .toList(),
                        postFixOnly);
    }

    /** Returns what both expect; it runs only after the flip when both do. */
    public Expectation with(Expectation other) {
        var both = with(other.blockers);
        return blockers.isEmpty() ? other : new Expectation(both.blockers, postFixOnly && other.postFixOnly);
    }

    /** Returns the blockers that are not claimed to be fixed. */
    public List<Blocker> open() {
        return blockers.stream().filter(blocker -> !blocker.flipped()).toList();
    }

    /** Returns the blockers that are claimed to be fixed. */
    public List<Blocker> flipped() {
        return blockers.stream().filter(Blocker::flipped).toList();
    }

    /** Returns whether the test is left out because it shows something only after the flip. */
    public boolean heldBackUntilFixed() {
        return postFixOnly && !open().isEmpty();
    }

    /** Returns the same where nothing is forgiven: what is claimed to be fixed still has to be. */
    public Expectation withoutOpen() {
        return new Expectation(flipped(), postFixOnly);
    }

    /** Returns the ids of the incidents, each once, in order. */
    public List<String> incidentIds() {
        return blockers.stream()
                .map(blocker -> blocker.incident().id())
                .distinct()
                .toList();
    }

    /** Returns the only symptom that is allowed, when there is just one. */
    public Optional<String> symptom() {
        var named =
                blockers.stream().flatMap(blocker -> blocker.symptom().stream()).collect(Collectors.toSet());
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** Returns what kind of expectation this is. */
    public Kind kind() {
        if (blockers.isEmpty()) {
            return Kind.PASS;
        }
        if (open().isEmpty()) {
            return Kind.POST_FIX;
        }
        return open().stream().allMatch(Blocker::intermittent) ? Kind.INTERMITTENT : Kind.FAILS_UNTIL_FIXED;
    }

    /** The kinds of expectation, as the journal names them. */
    public enum Kind {
        /** To pass. */
        PASS,
        /** To fail with an open incident's symptom. */
        FAILS_UNTIL_FIXED,
        /** To fail with an open incident's symptom, or to pass. */
        INTERMITTENT,
        /** To pass, as every incident of the test is claimed to be fixed. */
        POST_FIX
    }
}
