package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Refused;
import io.github.untilfixed.network.connector.ConnectorModel;
import io.github.untilfixed.network.connector.ConnectorState;
import io.github.untilfixed.network.connector.Connectors;
import io.github.untilfixed.network.connector.Load;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a fault consists of: what the path does, what the database server accepts and how the process is set up.
 *
 * @param path what happens to connections
 * @param freeConnections how many connections other processes leave on the server; empty when there are none
 * @param packageMissing whether the image lacks a package that the process needs before it does anything
 * @param validationBypassed whether the process reports ready without a database
 */
public record FaultSettings(
        PathCondition path, OptionalInt freeConnections, boolean packageMissing, boolean validationBypassed) {

    private static final OptionalInt UNLIMITED = OptionalInt.empty();

    /** Connectors at work for longer than this have reached a state that no more time changes. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    /**
     * Returns what some faults do together.
     *
     * @param seed of everything random
     * @throws EnvironmentException when more than one lies on the path, which does one thing at a time
     */
    public static FaultSettings of(Set<Fault> faults, long seed) {
        var onPath = faults.stream().filter(Fault::onPath).sorted().toList();
        if (onPath.size() > 1) {
            throw new EnvironmentException("a path to the database has one fault at a time, and these are "
                    + onPath.stream().map(Fault::id).collect(Collectors.joining(", "))
                    + "; name one of them with untilfixed.fault");
        }
        var each = faults.stream().map(fault -> of(fault, seed)).toList();
        return new FaultSettings(
                each.stream()
                        .map(FaultSettings::path)
                        .filter(path -> !(path instanceof Healthy))
                        .findFirst()
                        .orElseGet(Healthy::new),
                each.stream()
                        .map(FaultSettings::freeConnections)
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(UNLIMITED),
                each.stream().anyMatch(FaultSettings::packageMissing),
                each.stream().anyMatch(FaultSettings::validationBypassed));
    }

    /** Returns what one fault does. */
    public static FaultSettings of(Fault fault, long seed) {
        return switch (fault) {
            case NONE -> onPath(new Healthy());
            case CONNECTOR_SCALING -> onPath(scaling(seed));
            case CONNECTOR_SATURATED -> onPath(saturated(seed));
            case ROUTE_CUT -> onPath(new Cut());
            // The incident's first symptom: the server closed the connection about 30 s after it was opened.
            case SERVER_CLOSE -> onPath(new ClosedByServer(Duration.ofSeconds(30)));
            // Fewer than the ten connections that the smallest storm of the suites asks for.
            case CONNECTION_LIMIT -> new FaultSettings(new Healthy(), OptionalInt.of(5), false, false);
            case PACKAGING -> new FaultSettings(new Healthy(), UNLIMITED, true, false);
            case BYPASS_FLAG -> new FaultSettings(new Refused(), UNLIMITED, false, true);
            // Google speaks of "a minute or more"; longer than all attempts of a start together.
            case EGRESS_COLD_START -> onPath(new NoRouteYet(Duration.ofMinutes(3)));
        };
    }

    private static FaultSettings onPath(PathCondition condition) {
        return new FaultSettings(condition, UNLIMITED, false, false);
    }

    /** 46 processes of the incident open their 20 connections within 20 s, on a day of slow steps: two are missing. */
    private static PathCondition scaling(long seed) {
        return reached(ConnectorState.SCALING, "staging-slow-steps", Load.storm(46, 20, Duration.ofSeconds(20)), seed);
    }

    /** The same processes open their pools of 50 within 7.5 s: twice of what ten instances carry. */
    private static PathCondition saturated(long seed) {
        return reached(ConnectorState.SATURATED, "staging", Load.storm(46, 50, Duration.ofMillis(7500)), seed);
    }

    /** Lets the storm go on until the connector is in a state and holds it there, so that every test meets the same. */
    private static PathCondition reached(ConnectorState state, String profile, Load storm, long seed) {
        var model = new ConnectorModel(Connectors.named(profile), seed);
        var load = storm.connecting();
        for (var at = Duration.ZERO; at.compareTo(LONG_ENOUGH) < 0; at = at.plusSeconds(1)) {
            var snapshot = model.advance(at, load);
            if (snapshot.state() == state) {
                return ConnectorConditions.of(model.profile(), snapshot, load);
            }
        }
        throw new IllegalStateException("connector '" + profile + "' never gets " + state + " under " + storm);
    }
}
