package io.github.untilfixed.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with the simulated infrastructure; {@link #NONE} is the repaired one. */
public enum Fault {
    /** Nothing is wrong. */
    NONE,
    /** The VPC connector is adding instances: every new connection waits longer than any configured limit. */
    CONNECTOR_SCALING,
    /** The VPC connector is at its maximum and drops a share of the connections. */
    CONNECTOR_SATURATED,
    /** Packets to the database vanish: no answer, no refusal. */
    ROUTE_CUT,
    /** The server side closes every connection after about 30 seconds. */
    SERVER_CLOSE,
    /** The database accepts fewer connections than the instances' pools ask for. */
    CONNECTION_LIMIT,
    /** The container image lacks a package: the process dies before it reaches the database. */
    PACKAGING,
    /** Start-up validation is bypassed: the service reports ready without a database. */
    BYPASS_FLAG,
    /** Direct VPC egress of a new instance has no route for its first minute. */
    EGRESS_COLD_START;

    /** Returns the name used in configuration and reports, for example {@code connector-scaling}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether it lies on the path to the database, which does one thing at a time. */
    public boolean onPath() {
        return switch (this) {
            case NONE, CONNECTION_LIMIT, PACKAGING -> false;
            case CONNECTOR_SCALING, CONNECTOR_SATURATED, ROUTE_CUT, SERVER_CLOSE, BYPASS_FLAG, EGRESS_COLD_START ->
                true;
        };
    }

    /** Returns the fault of that {@link #id()}, or empty when there is none. */
    public static Optional<Fault> of(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** Returns every fault's {@link #id()} in declaration order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Fault::id).toList();
    }
}
