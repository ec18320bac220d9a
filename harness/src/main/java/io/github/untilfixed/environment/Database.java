package io.github.untilfixed.environment;

/**
 * An address of a PostgreSQL database and the account to use there.
 *
 * @param host a host name or address
 * @param port a TCP port
 * @param name the database
 * @param user the role
 * @param password the role's password, empty for trust authentication; never printed
 * @param sslMode how the driver negotiates TLS, for example {@code disable}
 */
public record Database(String host, int port, String name, String user, String password, String sslMode) {

    /** Returns the JDBC URL without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?sslmode=" + sslMode;
    }

    /** Returns the same database behind another address. */
    public Database at(String otherHost, int otherPort) {
        return new Database(otherHost, otherPort, name, user, password, sslMode);
    }

    @Override
    public String toString() {
        return user + "@" + jdbcUrl();
    }
}
