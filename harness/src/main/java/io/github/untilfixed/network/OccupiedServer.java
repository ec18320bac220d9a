package io.github.untilfixed.network;

import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.EnvironmentException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds connections to the server, as the pools of other instances do, until only a few are left. */
final class OccupiedServer implements AutoCloseable {

    private static final String NO_SLOT_LEFT = "53300";

    /** The slots are the server's: tests that run side by side would fill what was left to the other. */
    private static final Semaphore TURN = new Semaphore(1, true);

    private static final long LONGEST_TURN_MINUTES = 10;

    private final Database direct;
    private final Deque<Connection> held = new ArrayDeque<>();
    private final AtomicBoolean turn = new AtomicBoolean(true);

    private OccupiedServer(Database direct) {
        this.direct = direct;
    }

    /** Takes what there is and gives a number of connections back; waits until no other one is open. */
    static OccupiedServer leaving(int free, Database direct) {
        awaitTurn(direct);
        var occupied = new OccupiedServer(direct);
        try {
            occupied.takeAll();
            occupied.giveBack(free);
            return occupied;
        } catch (SQLException | RuntimeException e) {
            var failure = new EnvironmentException("cannot fill the slots of " + direct + ": " + e.getMessage(), e);
            occupied.closeAfter(failure);
            throw failure;
        }
    }

    private static void awaitTurn(Database direct) {
        try {
            if (!TURN.tryAcquire(LONGEST_TURN_MINUTES, TimeUnit.MINUTES)) {
                throw new EnvironmentException("the slots of " + direct + " are held by another path for more than "
                        + LONGEST_TURN_MINUTES + " minutes; close that path first");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted before the slots of " + direct + " could be filled", e);
        }
    }

    private void takeAll() throws SQLException {
        if (!takesOne()) {
            return;
        }
        int most = maxConnections(held.getLast());
        while (takesOne()) {
            if (held.size() >= most) {
                throw new SQLException("it accepted more than its max_connections of " + most
                        + "; a pooler in front of it cannot be filled");
            }
        }
    }

    private boolean takesOne() throws SQLException {
        try {
            held.addLast(DriverManager.getConnection(direct.jdbcUrl(), properties()));
            return true;
        } catch (SQLException e) {
            if (NO_SLOT_LEFT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", direct.user());
        properties.setProperty("password", direct.password());
        properties.setProperty("ApplicationName", "untilfixed-other-instances");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "30");
        return properties;
    }

    private static int maxConnections(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show max_connections")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void giveBack(int free) throws SQLException {
        if (held.size() < free) {
            throw new SQLException("only " + held.size() + " were free, and " + free + " have to be left");
        }
        for (int i = 0; i < free; i++) {
            held.removeLast().close();
        }
    }

    private void closeAfter(EnvironmentException failure) {
        try {
            close();
        } catch (EnvironmentException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        EnvironmentException failure = null;
        while (!held.isEmpty()) {
            try {
                held.removeLast().close();
            } catch (SQLException e) {
                if (failure == null) {
                    failure = new EnvironmentException("cannot give back a slot of the database", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (turn.compareAndSet(true, false)) {
            TURN.release();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
