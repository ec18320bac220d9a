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

    private final Deque<Connection> held = new ArrayDeque<>();
    private final AtomicBoolean turn = new AtomicBoolean(true);

    private OccupiedServer() {}

    /** Takes what there is and gives a number of connections back; waits until no other one is open. */
    static OccupiedServer leaving(int free, Database direct) {
        awaitTurn(direct);
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
        try {
            while (!held.isEmpty()) {
                held.removeLast().close();
            }
        } catch (SQLException e) {
            throw new EnvironmentException("cannot give back a slot of the database", e);
        } finally {
            if (turn.compareAndSet(true, false)) {
                TURN.release();
            }
        }
    }
}
