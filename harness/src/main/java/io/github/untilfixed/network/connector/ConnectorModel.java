package io.github.untilfixed.network.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Decides what a connector does under a load, one moment of simulated time after the other. The same profile, seed and
 * loads give the same timeline. Not thread-safe.
 *
 * <p>Thresholds are those of the incident's own monitor (0.7 pressure, 0.8 scaling, 0.9 overload), with 0.6 for calm. While
 * instances are still being added the state is {@link ConnectorState#SCALING}, however much there is to carry: the
 * incident's storm asks for three times what two instances carry, and more of them are what it waits for.
 */
public final class ConnectorModel {

    private static final double PRESSURE = 0.7;
    private static final double SCALE = 0.8;
    private static final double SATURATION = 0.9;
    private static final double CALM = 0.6;

    /** How long load must stay low before a connector counts as recovered. */
    private static final Duration CALM_FOR = Duration.ofSeconds(30);

    private final ConnectorProfile profile;
    private final Random random;
    private final List<ConnectorSnapshot> transitions = new ArrayList<>();
    private ConnectorSnapshot now;

    /** Creates a connector with its fewest instances and no load. */
    public ConnectorModel(ConnectorProfile profile, long seed) {
        this.profile = profile;
        this.random = new Random(seed);
        this.now = new ConnectorSnapshot(
                Duration.ZERO,
                ConnectorState.HEALTHY,
                profile.minInstances(),
                profile.utilisation(Load.NONE, profile.minInstances()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        transitions.add(now);
    }

    /** Returns the profile. */
    public ConnectorProfile profile() {
        return profile;
    }

    /** Returns the connector as it is. */
    public ConnectorSnapshot now() {
        return now;
    }

    /** Returns the first moment of every state it was in, oldest first. */
    public List<ConnectorSnapshot> transitions() {
        return List.copyOf(transitions);
    }

    /** Moves on to a moment at which a load is measured; at most one change of state happens. */
    public ConnectorSnapshot advance(Duration at, Load load) {
        if (at.compareTo(now.at()) < 0) {
            throw new IllegalArgumentException("simulated time cannot go back from " + now.at() + " to " + at);
        }
        if (now.state() == ConnectorState.PARTITIONED) {
            return now;
        }
        var stepDone = now.stepEnds().filter(end -> end.compareTo(at) <= 0).isPresent();
        int instances = now.instances() + (stepDone ? 1 : 0);
        var used = profile.utilisation(load, instances);
        var busySince = used.value() >= SCALE ? Optional.of(now.busySince().orElse(at)) : Optional.<Duration>empty();
        var stepEnds = stepDone ? Optional.<Duration>empty() : now.stepEnds();
        if (stepEnds.isEmpty() && wantsInstance(at, instances, busySince)) {
            stepEnds = Optional.of(at.plus(step()));
        }
        var calmSince = calmSince(at, used);
        var state = state(at, instances, used, stepEnds, calmSince);
        return become(new ConnectorSnapshot(at, state, instances, used, busySince, stepEnds, calmSince));
    }

    /** Cuts the connector off, or puts it back to work. */
    public ConnectorSnapshot partition(Duration at, boolean cut) {
        var state = cut ? ConnectorState.PARTITIONED : ConnectorState.RECOVERED;
        return become(new ConnectorSnapshot(
                at, state, now.instances(), now.utilisation(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private boolean wantsInstance(Duration at, int instances, Optional<Duration> busySince) {
        return instances < profile.maxInstances()
                && busySince
                        .filter(since -> at.minus(since).compareTo(profile.detect()) >= 0)
                        .isPresent();
    }

    private Duration step() {
        long spread = profile.longestStep().minus(profile.shortestStep()).toMillis();
        return profile.shortestStep().plusMillis((long) (spread * random.nextDouble()));
    }

    private Optional<Duration> calmSince(Duration at, Utilisation used) {
        return troubled() && used.value() < CALM ? Optional.of(now.calmSince().orElse(at)) : Optional.empty();
    }

    private boolean troubled() {
        return now.state() != ConnectorState.HEALTHY && now.state() != ConnectorState.RECOVERED;
    }

    private ConnectorState state(
            Duration at, int instances, Utilisation used, Optional<Duration> stepEnds, Optional<Duration> calmSince) {
        if (used.value() >= SATURATION && instances == profile.maxInstances()) {
            return ConnectorState.SATURATED;
        }
        if (stepEnds.isPresent()) {
            return ConnectorState.SCALING;
        }
        if (calmSince.filter(since -> at.minus(since).compareTo(CALM_FOR) >= 0).isPresent()) {
            return ConnectorState.RECOVERED;
        }
        if (used.value() >= PRESSURE) {
            return ConnectorState.PRESSURED;
        }
        // Between calm and pressure, and until it has been calm for long enough, nothing changes but trouble eases.
        return troubled() ? ConnectorState.PRESSURED : now.state();
    }

    private ConnectorSnapshot become(ConnectorSnapshot next) {
        if (next.state() != now.state() || next.instances() != now.instances()) {
            transitions.add(next);
        }
        now = next;
        return next;
    }

    /** Returns how many more instances a load needs before the connector would stop adding some. */
    public static int missingInstances(ConnectorProfile profile, Load load, int instances) {
        int needed = instances;
        while (needed < profile.maxInstances()
                && profile.utilisation(load, needed).value() >= SCALE) {
            needed++;
        }
        return needed - instances;
    }
}
