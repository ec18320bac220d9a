package io.github.untilfixed.network;

import java.time.Duration;

/** What a path to the database does to connections; all durations are simulated. */
public sealed interface PathCondition {

    /** Nothing is wrong. */
    record Healthy() implements PathCondition {}

    /**
     * Every answer takes longer.
     *
     * @param roundTrip what is added to a round trip
     */
    record Slow(Duration roundTrip) implements PathCondition {}

    /**
     * Every new connection waits until the connector has capacity for it.
     *
     * @param atLeast the shortest wait
     * @param atMost the longest wait
     */
    record SlowConnect(Duration atLeast, Duration atMost) implements PathCondition {}

    /**
     * Every new connection waits, and a share of them never gets through.
     *
     * @param delay what a connection waits that does get through
     * @param lost the share that never does, 0..1
     */
    record Lossy(Duration delay, double lost) implements PathCondition {}

    /**
     * What a connector carries in all, beside what else it does.
     *
     * @param condition of every connection
     * @param connections open at the same time; more wait for one that is closed
     * @param megabitsPerSecond of all connections together, of simulated time
     */
    record Limited(PathCondition condition, int connections, int megabitsPerSecond) implements PathCondition {}

    /** Packets vanish: no answer, no refusal. */
    record Cut() implements PathCondition {}

    /**
     * Nothing comes back, and the far side closes the connection after a time.
     *
     * @param after counted from the connection's start
     */
    record ClosedByServer(Duration after) implements PathCondition {}

    /** Connections are refused at once. */
    record Refused() implements PathCondition {}

    /**
     * Packets vanish until the route of a new instance is there.
     *
     * @param duration counted from the instance's start
     */
    record NoRouteYet(Duration duration) implements PathCondition {}
}
