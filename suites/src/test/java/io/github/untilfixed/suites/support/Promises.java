package io.github.untilfixed.suites.support;

import io.github.untilfixed.network.VpcPath;
import java.time.Duration;

/** What staging promises, in simulated time; every limit of a test that is not a setting of the service is here. */
public final class Promises {

    /** From the first phase to ready. The documents of the incident name 45 s to 300 s. */
    private static final Duration READY = Duration.ofMinutes(2);

    /** What a JVM that shares its processors may take for the same; real time, as it is not compressed. */
    private static final Duration READY_ON_THIS_MACHINE = Duration.ofSeconds(30);

    /** From the request to an open WebSocket; real time as well, so that it is not below what a JVM needs. */
    public static final Duration SOCKET_OPEN = Duration.ofSeconds(2);

    /** From the message to the first event of the agents. */
    public static final Duration FIRST_EVENT = Duration.ofSeconds(5);

    /** From the login to the answer. */
    public static final Duration ANSWER = Duration.ofMinutes(1);

    /** A round trip of a query at the 95th percentile, as it is felt by a request. */
    public static final Duration ROUND_TRIP = Duration.ofSeconds(1);

    private Promises() {}

    /** Returns how long a start behind a path may take in real time, from the first phase to ready. */
    public static Duration ready(VpcPath path) {
        return path.scaled(READY).plus(READY_ON_THIS_MACHINE);
    }
}
