package io.github.untilfixed.suites.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.PathCondition;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.ServicePool;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@IntegrationTier
@DisplayName("The connection pool of staging")
@FailsUntilFixed("1278")
@LooksIntoSilence
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
@Execution(ExecutionMode.CONCURRENT)
class PoolTests {

    /** HikariCP notices a dead connection when it is borrowed; real time, as its own checks take seconds. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @RealTime
    @Test
    void findsTheTablesWithinItsWait(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var pool = new ServicePool(path, observations)) {
            pool.open();
            pool.ping();
        }
    }

    @Test
    void fillsToItsBaseAndItsOverflow(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var pool = new ServicePool(path, observations)) {
            pool.open();
            int size = pool.settings().pool().total();

            assertThat(pool.borrow(size)).isEqualTo(size);
        }
    }

    @Test
    void recoversFromACutOfItsPath(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var pool = new ServicePool(path, observations)) {
            pool.open();
            path.become(new PathCondition.Cut());
            assertThatThrownBy(pool::ping).isInstanceOf(Exception.class);

            path.restore();

            await().atMost(RECOVERY).ignoreExceptions().untilAsserted(pool::ping);
        }
    }

    @Test
    void opensWithinItsRetries(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var pool = new ServicePool(path, observations)) {
            var elapsed = pool.openWithRetries();
            pool.ping();

            observations.measured("pool-open", elapsed, Map.of("path", path.name()));
            assertThat(elapsed)
                    .as("all attempts with their pauses")
                    .isLessThan(path.scaled(pool.settings().waits().initialization()));
        }
    }
}
