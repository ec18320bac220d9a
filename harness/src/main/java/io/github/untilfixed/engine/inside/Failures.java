package io.github.untilfixed.engine.inside;

import io.github.untilfixed.engine.inside.Sightings.Sighting;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.MultipleFailuresError;

/**
 * Takes the one exception that JUnit reports apart into the failures that it stands for: those that a soft assertion
 * collected, and those of later steps, which JUnit hangs below the first as suppressed.
 */
final class Failures {

    /** Chains of causes may be circles. */
    private static final int DEPTH = 100;

    private final Sightings sightings;

    Failures(Sightings sightings) {
        this.sightings = sightings;
    }

    List<Failure> split(String uniqueId, Throwable thrown, Duration testDuration) {
        var failures = new ArrayList<Failure>();
        split(uniqueId, thrown, testDuration, failures, Collections.newSetFromMap(new IdentityHashMap<>()));
        return failures;
    }

    /** Likewise, and those of tear-downs that JUnit could not hang below the first. */
    List<Failure> splitAll(String uniqueId, Throwable thrown, Duration testDuration) {
        var failures = new ArrayList<Failure>();
        Set<Throwable> split = Collections.newSetFromMap(new IdentityHashMap<>());
        split(uniqueId, thrown, testDuration, failures, split);
        lost(uniqueId, split).forEach(each -> split(uniqueId, each, testDuration, failures, split));
        return failures;
    }

    /** Returns what a tear-down threw and the first failure did not keep: exceptions may refuse suppressed ones. */
    private List<Throwable> lost(String uniqueId, Set<Throwable> split) {
        return sightings.escaped(uniqueId).stream()
                .filter(each -> split.stream().flatMap(Failures::chain).noneMatch(link -> link == each))
                .toList();
    }

    /** Failures of several steps can hang below each other. */
    private void split(String uniqueId, Throwable thrown, Duration duration, List<Failure> into, Set<Throwable> split) {
        if (!split.add(thrown)) {
            return;
        }
        var sighting = sightings.find(uniqueId, thrown);
        var origin = origin(thrown, sighting);
        var later = later(uniqueId, thrown, sighting, origin);
        var collected = SoftAssertions.collected(thrown);
        if (collected.isEmpty()) {
            into.add(new Failure(origin, thrown, later, duration));
        } else {
            collected.forEach(each -> into.add(new Failure(origin, each, duration)));
        }
        later.forEach(each -> split(uniqueId, each, duration, into, split));
    }

    private static Origin origin(Throwable thrown, Optional<Sighting> sighting) {
        return sighting.map(Sighting::origin)
                .orElseGet(() -> Timeouts.isTimeout(thrown) ? Origin.TIMEOUT : Stages.origin(thrown));
    }

    private List<Throwable> later(String uniqueId, Throwable thrown, Optional<Sighting> sighting, Origin origin) {
        var suppressed = thrown instanceof MultipleFailuresError collected
                ? without(collected)
                : Arrays.asList(thrown.getSuppressed());
        if (origin == Origin.TIMEOUT) {
            return suppressed.stream()
                    .filter(each -> isTearDown(uniqueId, each))
                    .toList();
        }
        if (sighting.isPresent()) {
            return sighting.get().addedLater();
        }
        return chain(thrown)
                .flatMap(link -> (link == thrown ? suppressed : List.of(link.getSuppressed()))
                        .stream().filter(each -> isOtherStage(uniqueId, link, each)))
                .toList();
    }

    /** What a body throws when a timeout interrupts it is part of the timeout. */
    private boolean isTearDown(String uniqueId, Throwable suppressed) {
        return sightings
                .find(uniqueId, suppressed)
                .map(sighting -> sighting.origin() == Origin.TEAR_DOWN || sighting.origin() == Origin.CLASS_TEAR_DOWN)
                .orElseGet(() -> Stages.isAfter(suppressed));
    }

    /** What one call of the step suppressed itself is part of its failure; what another call threw is one of its own. */
    private boolean isOtherStage(String uniqueId, Throwable thrown, Throwable suppressed) {
        var stage = Stages.of(suppressed);
        boolean later = stage.isPresent()
                && !(stage.equals(Stages.of(thrown))
                        && Stages.callee(suppressed).equals(Stages.callee(thrown)));
        return later || sightings.find(uniqueId, suppressed).isPresent();
    }

    /** Returns an exception and its causes, as far as they are followed. */
    static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, link -> link.flatMap(Facts::cause))
                .limit(DEPTH)
                .map(Optional::orElseThrow);
    }

    private static List<Throwable> without(MultipleFailuresError collected) {
        return Arrays.stream(collected.getSuppressed())
                .filter(each -> collected.getFailures().stream().noneMatch(part -> part == each))
                .toList();
    }
}
