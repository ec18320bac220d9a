package io.github.untilfixed.environment;

import eu.rekawek.toxiproxy.Proxy;

/** A way to the database through one proxy that the harness created; faults may be injected on it. */
public interface DatabasePath extends AutoCloseable {

    /** Returns the proxy's name. */
    String name();

    /** Returns the database as it is reached through the proxy. */
    Database database();

    /** Returns the proxy, for adding and removing toxics. */
    Proxy proxy();

    /** Returns the Toxiproxy that the proxy lives in. */
    ToxiproxyServer toxiproxy();

    /** Deletes the proxy; harmless when called again. */
    @Override
    void close();
}
