package io.github.untilfixed.network;

import eu.rekawek.toxiproxy.Proxy;
import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.environment.ToxiproxyServer;
import io.github.untilfixed.environment.Witness;
import io.github.untilfixed.network.connector.ConnectorProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way from the service to its database through a VPC connector, with faults applied to it; thread-safe. */
public final class VpcPath implements DatabasePath {

    private final DatabasePath path;
    private final Environment environment;
    private final PathSettings settings;
    private final FaultSettings faultSettings;
    private final PathControl control;
    private final Optional<OccupiedServer> occupied;
    private @Nullable DatabasePath unfaulted;

    private VpcPath(
            DatabasePath path,
            Environment environment,
            PathSettings settings,
            FaultSettings faultSettings,
            PathControl control,
            Optional<OccupiedServer> occupied) {
        this.path = path;
        this.environment = environment;
        this.settings = settings;
        this.faultSettings = faultSettings;
        this.control = control;
        this.occupied = occupied;
    }

    /** Begins the plan of a path in an environment: without a fault, in real time, until it says otherwise. */
    public static PathPlan in(Environment environment) {
        return PathPlan.in(environment);
    }

    /**
     * Applies faults to a path that has no toxic; the path is closed with the returned one.
     *
     * @param environment that the path belongs to
     */
    public static VpcPath through(DatabasePath path, Environment environment, PathSettings settings) {
        var control = new PathControl(path, settings.timeScale());
        try {
            var faultSettings = FaultSettings.of(settings.faults(), settings.seed());
            if (!(faultSettings.path() instanceof PathCondition.Healthy)) {
                control.apply(faultSettings.path());
            }
            var occupied = occupy(faultSettings, environment);
            return new VpcPath(path, environment, settings, faultSettings, control, occupied);
        } catch (RuntimeException e) {
            closeAfter(e, path, control);
            throw e;
        }
    }

    private static void closeAfter(RuntimeException failure, DatabasePath path, PathControl control) {
        try (path;
                control) {
            // Closed in the reverse order, each whatever becomes of the other.
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** No proxy can do it: the connections that are held are the server's own, and missing to all who use it. */
    private static Optional<OccupiedServer> occupy(FaultSettings faults, Environment environment) {
        var free = faults.freeConnections();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        if (!environment.ownsServer()) {
            throw new EnvironmentException(
                    "the fault connection-limit takes every connection of " + environment.database()
                            + ", a server that others may use and that this run did not start; it is allowed with"
                            + " untilfixed.environment=embedded or containers, not with " + environment.name());
        }
        return Optional.of(OccupiedServer.leaving(free.getAsInt(), environment.database()));
    }

    /** Returns whether the run started the database's server itself; if not, what lies behind the path is real. */
    public boolean ownsServer() {
        return environment.ownsServer();
    }

    /** Returns the faults that were applied, without {@link Fault#NONE}. */
    public Set<Fault> faults() {
        return settings.faults();
    }

    /** Returns what these faults consist of. */
    public FaultSettings faultSettings() {
        return faultSettings;
    }

    /** Returns whether this Toxiproxy lacks a type that the fault needs, so that a plain one stands in for it. */
    public boolean approximate() {
        return !control.exact();
    }

    /** Returns the factor that compresses every simulated duration, 1..1000. */
    public int timeScale() {
        return settings.timeScale();
    }

    /** Returns the seed of everything random in the run. */
    public long seed() {
        return settings.seed();
    }

    /** Returns a simulated duration as it passes in reality. */
    public Duration scaled(Duration simulated) {
        return simulated.dividedBy(settings.timeScale());
    }

    /**
     * Returns the database as it is reached through another proxy on which there is never a fault: what a connection costs
     * there at the same moment is what the machine costs, and not the path.
     */
    public synchronized Database control() {
        if (unfaulted == null) {
            unfaulted = environment.openPath(path.name() + "-control");
        }
        return unfaulted.database();
    }

    /** Returns the database as it is reached without any proxy. */
    public Database direct() {
        return environment.database();
    }

    /**
     * Returns the address of an application that already runs in the environment, which no fault of this path reaches;
     * empty when tests have to start one behind the path.
     */
    public Optional<URI> application() {
        return environment.application();
    }

    /** Adds a part of the test to the evidence of its failure, see {@link Environment#witness}. */
    public Witness witness(String name, Supplier<String> part) {
        return environment.witness(name, part);
    }

    /** Tells the path that a new instance starts behind it: a route that takes its time is missing again from now on. */
    public void instanceStarts() {
        if (faultSettings.path() instanceof PathCondition.NoRouteYet cold) {
            control.apply(cold);
        }
    }

    /** Changes what the path does, for example to cut it and to restore it. */
    public void become(PathCondition condition) {
        control.apply(condition);
    }

    /** Puts what the run's faults do back on the path. */
    public void restore() {
        control.apply(faultSettings.path());
    }

    /** Lets a connector work on this path: its model decides, and the path follows its state. */
    public ConnectorDrive drive(ConnectorProfile connector) {
        return new ConnectorDrive(connector, settings, control);
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

    /** Closes every part, whatever becomes of the others; what further ones throw is suppressed by what the first threw. */
    @Override
    public void close() {
        var beside = beside();
        var slots = occupied.orElse(null);
        try (path;
                beside;
                slots;
                control) {
            // Closed in the reverse order.
        }
    }

    private synchronized @Nullable DatabasePath beside() {
        return unfaulted;
    }
}
