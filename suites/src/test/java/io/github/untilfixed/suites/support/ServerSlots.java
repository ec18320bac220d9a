package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.SQLException;
import java.time.Duration;

/** How many connections a server accepts, as it says itself: a setting of the service may be wrong about it. */
public final class ServerSlots {

    /** What is left to those beside a path and to whoever looks at the server meanwhile. */
    private static final int SPARE = 12;

    private static final Duration UNHURRIED = Duration.ofSeconds(30);
    private static final String QUERY = "SELECT current_setting('max_connections')::int"
            + " - current_setting('superuser_reserved_connections')::int";

    private ServerSlots() {}

    /** Returns how many there are for roles that are no superusers, taken or not. */
    public static int of(Database direct) throws InterruptedException {
        try (var connection = TimedConnection.open(direct, UNHURRIED);
                var statement = connection.connection().createStatement();
                var rows = statement.executeQuery(QUERY)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException | ConnectLimitExceededException e) {
            throw new IllegalStateException("cannot ask " + direct + " for its connection slots", e);
        }
    }

    /** Returns as many of some connections as fit into a server that nobody else fills. */
    public static int most(int connections, Database direct) throws InterruptedException {
        return Math.min(connections, of(direct) - SPARE);
    }
}
