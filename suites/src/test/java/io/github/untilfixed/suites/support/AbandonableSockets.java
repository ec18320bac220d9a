package io.github.untilfixed.suites.support;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the PostgreSQL driver's socket one that an attempt can close at any time: the driver's own limits are whole
 * seconds, which at a time scale of 50 is most of a minute. The driver creates it by its name.
 */
public final class AbandonableSockets extends DriverSockets {

    private static final Map<String, PendingConnection> ATTEMPTS = new ConcurrentHashMap<>();

    private final String attempt;

    /**
     * Creates the factory of an attempt that is under way.
     *
     * @param attempt what {@link #lend} called it
     */
    public AbandonableSockets(String attempt) {
        super();
        this.attempt = attempt;
    }

    /** Adds to the properties of a connection that an attempt owns its socket; returns what {@link #end} needs. */
    static String lend(PendingConnection attempt, Properties properties) {
        var id = UUID.randomUUID().toString();
        ATTEMPTS.put(id, attempt);
        properties.setProperty("socketFactory", AbandonableSockets.class.getName());
        properties.setProperty("socketFactoryArg", id);
        return id;
    }

    /** Forgets an attempt that is over. */
    static void end(String id) {
        ATTEMPTS.remove(id);
    }

    @Override
    public Socket createSocket() throws IOException {
        var owner = ATTEMPTS.get(attempt);
        if (owner == null) {
            throw new IOException("the attempt that wanted this socket is over");
        }
        return owner.own(new Socket());
    }
}
