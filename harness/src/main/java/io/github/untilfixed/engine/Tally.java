package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.verdict.Part;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts verdicts as far as the end of the run needs them; thread-safe. */
final class Tally {

    private static final Set<Verdict> CLOSE_GATES =
            EnumSet.of(Verdict.FAILED, Verdict.FAILED_DIFFERENTLY, Verdict.HARNESS_ERROR);

    private final Map<String, Proof> proofs = new TreeMap<>();
    private final List<String> hollow = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private @Nullable Tier lowestRed;

    /**
     * Counts a test for the incidents that it names, and for those of its parts.
     *
     * @param hollow whether its body can show nothing
     */
    synchronized void count(
            Expectation expectation, List<Part> parts, Optional<Tier> tier, Verdict verdict, boolean hollow) {
        if (tier.isPresent() && CLOSE_GATES.contains(verdict)) {
            lowestRed = lowestRed == null || tier.get().compareTo(lowestRed) < 0 ? tier.get() : lowestRed;
        }
        verdicts.merge(verdict, 1, Integer::sum);
        for (var blocker : expectation.blockers()) {
            add(blocker, Proof.of(expectation, blocker, verdict, hollow));
        }
        for (var part : parts) {
            add(part.blocker(), Proof.of(part, verdict));
        }
    }

    private void add(Blocker blocker, Proof proof) {
        proofs.merge(blocker.incident().id(), proof, Proof::plus);
    }

    /** Remembers a test whose body can show nothing; each once, however often it was invoked. */
    synchronized void hollow(String test) {
        if (!hollow.contains(test)) {
            hollow.add(test);
        }
    }

    /** Returns the tests whose body can show nothing. */
    synchronized List<String> hollow() {
        return List.copyOf(hollow);
    }

    /** Returns the lowest tier with a failure that no incident explains. */
    synchronized Optional<Tier> lowestRed() {
        return Optional.ofNullable(lowestRed);
    }

    /** Returns the incidents whose every test passed, as a surprise or as the proof of the fix. */
    synchronized List<String> fixed() {
        return ids(proof -> proof.passed() > 0 && proof.passed() == proof.tests());
    }

    /** Returns the incidents with a test that did not pass. */
    synchronized List<String> notFixed() {
        return ids(proof -> proof.passed() < proof.tests());
    }

    /** Returns the flipped incidents with a test that did not show anything. */
    synchronized List<String> unverified() {
        return ids(proof -> proof.unverified() > 0);
    }

    /** Returns the flipped incidents of which every test fails with the symptom of another one. */
    synchronized List<String> hidden() {
        return ids(proof -> proof.hidden() > 0 && proof.hidden() == proof.tests());
    }

    /** Returns the flipped incidents of which every test can show nothing. */
    synchronized List<String> onlyHollow() {
        return ids(proof -> proof.hollow() > 0 && proof.tests() == 0);
    }

    /** Returns how many tests have each verdict, without those that none has. */
    synchronized Map<Verdict, Integer> verdicts() {
        return new EnumMap<>(verdicts);
    }

    /** Returns whether any test names an incident. */
    synchronized boolean namesIncidents() {
        return !proofs.isEmpty();
    }

    synchronized Set<String> incidents() {
        return Set.copyOf(proofs.keySet());
    }

    private List<String> ids(java.util.function.Predicate<Proof> predicate) {
        return proofs.entrySet().stream()
                .filter(entry -> predicate.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * How many tests and parts of an incident there were, and what they say about it.
     *
     * @param tests those that can show something
     * @param passed as a surprise, or as the proof of the fix
     * @param unverified of a flipped incident, without a result
     * @param hidden of a flipped incident, with the symptom of another
     * @param hollow of a flipped incident, with a body that can show nothing
     */
    private record Proof(int tests, int passed, int unverified, int hidden, int hollow) {

        static Proof of(Expectation expectation, Blocker blocker, Verdict verdict, boolean hollow) {
            boolean proves = verdict == Verdict.PASSED && blocker.flipped();
            if (proves && hollow) {
                return new Proof(0, 0, 0, 0, 1);
            }
            return new Proof(
                    expectation.heldBackUntilFixed() ? 0 : 1,
                    one(proves || verdict == Verdict.PASSED_UNEXPECTEDLY),
                    one(verdict == Verdict.UNVERIFIED && blocker.flipped()),
                    one(verdict == Verdict.FAILED_AS_EXPECTED && blocker.flipped()),
                    0);
        }

        /** A part says of its incident what it did itself, unless the test is red. */
        static Proof of(Part part, Verdict verdict) {
            boolean flipped = part.blocker().flipped();
            boolean passed = part.ending() == Part.Ending.PASSED
                    && (flipped ? !verdict.red() : verdict == Verdict.PASSED_UNEXPECTEDLY);
            return new Proof(1, one(passed), one(flipped && verdict == Verdict.UNVERIFIED), 0, 0);
        }

        private static int one(boolean counts) {
            return counts ? 1 : 0;
        }

        Proof plus(Proof other) {
            return new Proof(
                    tests + other.tests,
                    passed + other.passed,
                    unverified + other.unverified,
                    hidden + other.hidden,
                    hollow + other.hollow);
        }
    }
}
