package io.github.untilfixed.suites.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.Setup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationTier
@DisplayName("A connection through the VPC connector")
@FailsUntilFixed("1278")
@LooksIntoSilence
@Execution(ExecutionMode.CONCURRENT)
class ConnectionTests {

    @RealTime
    @ResourceLock(Database.CONNECTIONS)
    @ParameterizedTest(name = "{0} at once")
    @ValueSource(ints = {1, 10, 50})
    void isEstablishedWithinItsLimit(int atOnce, @ThroughVpc VpcPath path, Observations observations) throws Exception {
        var limit = path.scaled(Setup.deployment(path.faults()).waits().connect());
        try (var storm = ConnectStorm.of(atOnce, path, limit, observations)) {
            storm.record("connect-time", path, observations).requireAll();
            assertThat(storm.succeeded()).isEqualTo(atOnce);
        }
    }

    @ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
    @Test
    void keepsWhatItIsGiven(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var limit = path.scaled(Setup.deployment(path.faults()).waits().connect());
        try (var connection = ConnectStorm.single(path, limit, observations);
                var statement = connection.connection().createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE notes (body text)");
            statement.execute("INSERT INTO notes VALUES ('kept')");
            try (var rows = statement.executeQuery("SELECT body FROM notes")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("kept");
            }
        }
    }
}
