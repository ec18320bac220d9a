package io.github.untilfixed.network.connector;

import java.util.Locale;

/** What a connector can run out of. */
public enum Budget {
    /** Bytes per second. */
    THROUGHPUT,
    /** Open connections. */
    CONNECTIONS,
    /** New connections per second. */
    CONNECT_RATE;

    /** Returns the name used in reports, for example {@code connect-rate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
