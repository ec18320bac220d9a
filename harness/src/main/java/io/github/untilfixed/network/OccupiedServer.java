package io.github.untilfixed.network;

import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.EnvironmentException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;

/** Holds connections to the server, as the pools of other instances do, until only a few are left. */
final class OccupiedServer implements AutoCloseable {

    private static final String NO_SLOT_LEFT = "53300";

    private final Deque<Connection> held = new ArrayDeque<>();

    private OccupiedServer() {}

    /** Takes what there is and gives a number of connections back. */
    static OccupiedServer leaving(int free, Database direct) {
        var occupied = new OccupiedServer();
        try {
            occupied.takeAll(direct);
            for (int i = 0; i < free; i++) {
                occupied.held.removeLast().close();
            }
            return occupied;
        } catch (SQLException | RuntimeException e) {
            occupied.close();
            throw new EnvironmentException("cannot fill the slots of " + direct + ": " + e.getMessage(), e);
        }
    }

    private void takeAll(Database direct) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", direct.user());
        properties.setProperty("password", direct.password());
        properties.setProperty("ApplicationName", "untilfixed-other-instances");
        while (true) {
            try {
                held.addLast(DriverManager.getConnection(direct.jdbcUrl(), properties));
            } catch (SQLException e) {
                if (NO_SLOT_LEFT.equals(e.getSQLState())) {
                    return;
                }
                throw e;
            }
        }
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.removeLast().close();
            } catch (SQLException e) {
                throw new EnvironmentException("cannot give back a slot of the database", e);
            }
        }
    }
}
