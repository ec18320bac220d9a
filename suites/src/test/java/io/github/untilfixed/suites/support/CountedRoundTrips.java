package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the round trips of a connection at its socket: how a server authenticates, and whether it has the TLS that the
 * driver prefers, nobody else tells. The driver creates it by its name.
 */
public final class CountedRoundTrips extends DriverSockets {

    private static final Map<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

    private final AtomicInteger count;

    /**
     * Creates the factory for a connection that is being counted.
     *
     * @param connection what {@link #ofConnect} called it
     */
    public CountedRoundTrips(String connection) {
        super();
        this.count = COUNTS.getOrDefault(connection, new AtomicInteger());
    }

    /** Connects once and returns how many round trips that took, without that of TCP, which a proxy does not delay. */
    public static int ofConnect(Database database) throws SQLException {
        var id = UUID.randomUUID().toString();
        var count = new AtomicInteger();
        COUNTS.put(id, count);
        try {
            var connection = DriverManager.getConnection(database.jdbcUrl(), properties(database, id));
            int roundTrips = count.get();
            connection.close();
            return roundTrips;
        } finally {
            COUNTS.remove(id);
        }
    }

    private static Properties properties(Database database, String id) {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("loginTimeout", "30");
        properties.setProperty("socketFactory", CountedRoundTrips.class.getName());
        properties.setProperty("socketFactoryArg", id);
        return properties;
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket(count);
    }

    /** One round trip is that something is read after something was written. */
    private static final class CountedSocket extends Socket {

        private static final int CHANGE_CIPHER_SPEC = 20;
        private static final int LENGTH_OF_CHANGE = 6;

        private final AtomicInteger count;
        private boolean asked;

        CountedSocket(AtomicInteger count) {
            super();
            this.count = count;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int value) throws IOException {
                    asked = true;
                    out.write(value);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    // TLS 1.3 puts this record between parts of an answer that is on its way already.
                    asked |= length != LENGTH_OF_CHANGE || bytes[offset] != CHANGE_CIPHER_SPEC;
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    countAnswer();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    countAnswer();
                    return super.read(bytes, offset, length);
                }
            };
        }

        private void countAnswer() {
            if (asked) {
                asked = false;
                count.incrementAndGet();
            }
        }
    }
}
