package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * The slots of a server that a test holds. The server gives one back only some time after its client has gone.
 *
 * @param direct the server as it is reached without a path
 * @param sessions of this test that were open before a storm; negative when so few come that nobody waits for them to go
 * @param slots of the server that are not kept for superusers; not asked for where so few come
 */
record ServerRoom(Database direct, int sessions, int slots) {

    private static final Duration UNHURRIED = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int FEW = 10;

    /** What is left to whoever looks at the server meanwhile. */
    private static final int SPARE = 7;

    /** Those of other tests, and of others that use the server, come and go while a test waits. */
    private static final String OF_THIS_TEST = "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user"
            + " AND application_name = current_setting('application_name')";

    static ServerRoom before(int size, Database direct) throws InterruptedException {
        return size < FEW
                ? new ServerRoom(direct, -1, Integer.MAX_VALUE)
                : new ServerRoom(direct, count(direct), ServerSlots.of(direct));
    }

    /** Returns as many of some connections as there is room for beside a storm. */
    int beside(int size, int controls) {
        return Math.max(0, Math.min(controls, slots - SPARE - size));
    }

    void await() {
        if (sessions >= 0) {
            Awaitility.await()
                    .atMost(UNHURRIED)
                    .pollInterval(POLL)
                    .ignoreExceptions()
                    .until(() -> count(direct) <= sessions);
        }
    }

    private static int count(Database direct) throws InterruptedException {
        try (var connection = TimedConnection.open(direct, UNHURRIED);
                var statement = connection.connection().prepareStatement(OF_THIS_TEST);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException | ConnectLimitExceededException e) {
            throw new IllegalStateException("cannot count the sessions of " + direct, e);
        }
    }
}
