package io.github.untilfixed.suites.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.Limits;
import io.github.untilfixed.suites.support.TimedConnection;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IntegrationTier
@DisplayName("A connection through the VPC connector")
@FailsUntilFixed("1278")
class DatabaseConnectionTests {

    @Test
    void isEstablishedWithinItsLimit(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var connection = TimedConnection.open(path.database(), path.scaled(Limits.WAITS.connect()))) {
            observations.measured("connect-time", connection.elapsed(), Map.of("path", path.name(), "outcome", "ok"));
            assertThat(connection.connection().isValid(1)).isTrue();
        }
    }

    @Test
    void keepsWhatItIsGiven(@ThroughVpc VpcPath path) throws Exception {
        try (var connection = TimedConnection.open(path.database(), path.scaled(Limits.WAITS.connect()));
                var statement = connection.connection().createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE messages (body text)");
            statement.execute("INSERT INTO messages VALUES ('kept')");
            try (var rows = statement.executeQuery("SELECT body FROM messages")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("kept");
            }
        }
    }
}
