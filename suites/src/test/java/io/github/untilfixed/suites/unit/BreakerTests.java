package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.network.PathSettings;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.staging.database.ConnectionPool;
import io.github.untilfixed.staging.database.DatabaseUnavailableException;
import io.github.untilfixed.staging.database.ResilientOpening;
import io.github.untilfixed.staging.log.ServiceLog;
import io.github.untilfixed.staging.settings.DatabaseSettings;
import io.github.untilfixed.staging.settings.Deployment;
import io.github.untilfixed.staging.settings.ServiceSettings;
import io.github.untilfixed.suites.support.DeclaredDeployment;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@UnitTier
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(DeclaredDeployment.class)
@DisplayName("The circuit breaker in front of the database")
class BreakerTests {

    /** The breaker stays open for 300 ms of real time: longer than any pause of the attempts, also on a busy machine. */
    private static final int FAST = 200;

    @Test
    @FailsUntilFixed("1278-breaker")
    void letsEveryAttemptReachTheDatabase(@ThroughVpc PathSettings run, Deployment deployment) throws Exception {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "jdbc:postgresql://127.0.0.1:" + nobody.getLocalPort() + "/none?sslmode=disable&socketTimeout=1";
            var opening = opening(deployment.database(url, "nobody", ""), run.seed());

            assertThatThrownBy(opening::run).isInstanceOf(DatabaseUnavailableException.class);

            assertThat(opening.attempts())
                    .as("attempts that reached for the database")
                    .isEqualTo(deployment.retry().attempts());
        }
    }

    private static ResilientOpening opening(DatabaseSettings database, long seed) {
        var settings =
                new ServiceSettings("instance-1", "revision-1", "staging", FAST, seed, "x".repeat(32), false, database);
        var pool = new ConnectionPool(database, database.waits().compressed(FAST), config -> {});
        var log = new ServiceLog(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC());
        return new ResilientOpening(pool, settings, log);
    }
}
