package io.github.untilfixed.network;

import io.github.untilfixed.environment.Database;

/**
 * How many round trips the PostgreSQL driver needs for a connection; measured with pgjdbc 42.7 by connecting under a
 * known latency, to servers that ask for a password with SCRAM and have the TLS that the driver asks for.
 */
public final class RoundTrips {

    private static final int TRUSTED = 2;
    private static final int WITH_PASSWORD = 4;
    private static final int TLS = 2;

    private RoundTrips() {}

    /** Returns the round trips of a connection, without that of TCP itself, which a proxy does not delay. */
    public static int ofConnect(Database database) {
        var plain = database.sslMode().equals("disable") || database.sslMode().equals("allow");
        return (database.password().isEmpty() ? TRUSTED : WITH_PASSWORD) + (plain ? 0 : TLS);
    }
}
