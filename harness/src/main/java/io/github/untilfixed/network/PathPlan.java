package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environment.EnvironmentException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A path through the connector before it is opened; each call returns another plan. For tests that need more than
 * {@link ThroughVpc} says:
 *
 * <pre>{@code
 * try (var path = VpcPath.in(environment).with(Fault.ROUTE_CUT).timeScale(10).seed(7).open("cut")) {
 *     var drive = path.drive(Connectors.named("staging"));
 * }
 * }</pre>
 *
 * @param environment that the path belongs to
 * @param settings that it is opened with
 */
public record PathPlan(Environment environment, PathSettings settings) {

    /** Returns the plan of a path on which there is one more fault. */
    public PathPlan with(Fault fault) {
        var faults = EnumSet.of(fault);
        faults.addAll(settings.faults());
        return with(new PathSettings(faults, settings.timeScale(), settings.seed()));
    }

    /**
     * Returns the plan of a path whose simulated durations are compressed by a factor.
     *
     * @param factor 1..1000
     */
    public PathPlan timeScale(int factor) {
        return with(new PathSettings(settings.faults(), factor, settings.seed()));
    }

    /** Returns the plan of a path with another seed of everything random. */
    public PathPlan seed(long seed) {
        return with(new PathSettings(settings.faults(), settings.timeScale(), seed));
    }

    /** Returns the plan of a path with other settings, for example those of the run. */
    public PathPlan with(PathSettings other) {
        return new PathPlan(environment, other);
    }

    /**
     * Opens it; the caller closes it.
     *
     * @param name unique among the open paths, of letters, digits, {@code -} and {@code _}
     * @throws EnvironmentException when more than one of its faults lies on the path, or one cannot be applied
     */
    public VpcPath open(String name) {
        return VpcPath.through(environment.openPath(name), environment, settings);
    }

    static PathPlan in(Environment environment) {
        return new PathPlan(environment, new PathSettings(Set.of(), 1, 0));
    }
}
