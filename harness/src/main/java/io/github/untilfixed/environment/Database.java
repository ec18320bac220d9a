package io.github.untilfixed.environment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An address of a PostgreSQL database and the account to use there.
 *
 * @param host a host name or address
 * @param port a TCP port
 * @param name the database
 * @param user the role
 * @param password the role's password, empty for trust authentication; never printed
 * @param sslMode how the driver negotiates TLS, for example {@code disable}
 * @param application what a connection calls itself, so that one left open can be traced to its test; may be empty
 */
public record Database(
        String host, int port, String name, String user, String password, String sslMode, String application) {

    /**
     * The name for JUnit's {@code @ResourceLock} of what tests of one run share: the connections that the server accepts.
     * For tests that use them up or count them; those that only need some take it with {@code READ}.
     */
    public static final String CONNECTIONS = "io.github.untilfixed.connections";

    /** Creates the address of a database to which connections do not say who they are. */
    public Database(String host, int port, String name, String user, String password, String sslMode) {
        this(host, port, name, user, password, sslMode, "");
    }

    /** Returns the JDBC URL without user and password. */
    public String jdbcUrl() {
        var url = "jdbc:postgresql://" + host + ":" + port + "/" + name + "?sslmode=" + sslMode;
        return application.isEmpty()
                ? url
                : url + "&ApplicationName=" + URLEncoder.encode(application, StandardCharsets.UTF_8);
    }

    /** Returns the same database behind another address. */
    public Database at(String otherHost, int otherPort) {
        return new Database(otherHost, otherPort, name, user, password, sslMode, application);
    }

    /** Returns the same database for connections that say who they are. */
    public Database as(String newApplication) {
        return new Database(host, port, name, user, password, sslMode, newApplication);
    }

    @Override
    public String toString() {
        return user + "@" + jdbcUrl();
    }
}
