package io.github.untilfixed.network;

import eu.rekawek.toxiproxy.Proxy;
import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.ToxiproxyServer;
import java.time.Duration;
import java.util.Set;

/** The way from the service to its database through a VPC connector, with faults applied to it. */
public final class VpcPath implements DatabasePath {

    private final DatabasePath path;
    private final Set<Fault> faults;
    private final int timeScale;
    private final boolean approximate;

    private VpcPath(DatabasePath path, Set<Fault> faults, int timeScale, boolean approximate) {
        this.path = path;
        this.faults = Set.copyOf(faults);
        this.timeScale = timeScale;
        this.approximate = approximate;
    }

    /** Applies faults to a path that has no toxic; the path is closed with the returned one. */
    public static VpcPath through(DatabasePath path, Set<Fault> faults, int timeScale) {
        var condition = FaultConditions.of(faults);
        var control = new ToxicControl(path);
        if (condition instanceof PathCondition.Refused) {
            control.disable();
            return new VpcPath(path, faults, timeScale, false);
        }
        new ToxicPlan(timeScale, false).toxics(condition).forEach(control::add);
        return new VpcPath(path, faults, timeScale, condition instanceof PathCondition.SlowConnect);
    }

    /** Returns the faults that were applied, without {@link Fault#NONE}. */
    public Set<Fault> faults() {
        return faults;
    }

    /** Returns whether this Toxiproxy lacks a type that the fault needs, so that a plain one stands in for it. */
    public boolean approximate() {
        return approximate;
    }

    /** Returns the factor that compresses every simulated duration, 1..1000. */
    public int timeScale() {
        return timeScale;
    }

    /** Returns a simulated duration as it passes in reality. */
    public Duration scaled(Duration simulated) {
        return simulated.dividedBy(timeScale);
    }

    @Override
    public String name() {
        return path.name();
    }

    @Override
    public Database database() {
        return path.database();
    }

    @Override
    public Proxy proxy() {
        return path.proxy();
    }

    @Override
    public ToxiproxyServer toxiproxy() {
        return path.toxiproxy();
    }

    @Override
    public void close() {
        path.close();
    }
}
