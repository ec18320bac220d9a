package io.github.untilfixed.network.connector;

import java.time.Duration;

/**
 * What goes through a connector; rates are per simulated second.
 *
 * @param connectsPerSecond new connections
 * @param openConnections connections at this moment
 * @param megabitsPerSecond throughput
 */
public record Load(double connectsPerSecond, int openConnections, double megabitsPerSecond) {

    /** Nothing at all. */
    public static final Load NONE = new Load(0, 0, 0);

    /** Returns the load of many processes that open their pools at the same time. */
    public static Load storm(int processes, int connectionsEach, Duration within) {
        int connections = processes * connectionsEach;
        return new Load(connections / (within.toMillis() / 1000.0), connections, 0);
    }

    /** Returns the same load without its open connections: the part that matters while nobody gets through. */
    public Load connecting() {
        return new Load(connectsPerSecond, 0, megabitsPerSecond);
    }
}
