package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.ConnectAttempt;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.ServerSlots;
import io.github.untilfixed.suites.support.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@InfrastructureTier
@DisplayName("The sweep over connections at once")
@FailsUntilFixed("1278")
@LooksIntoSilence
@ResourceLock(Database.CONNECTIONS)
class ConcurrencySweepTests {

    /** The last ones as many as the server has slots for, where it has fewer: what a server refuses says nothing of the path. */
    private static final List<Integer> AT_ONCE = List.of(1, 10, 25, 50, 75, 100);

    @Test
    void connectsHoweverManyConnectAtOnce(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var limit = path.scaled(Setup.deployment(path.faults()).waits().connect());
        var attempts = new ArrayList<ConnectAttempt>();
        int most = ServerSlots.most(AT_ONCE.get(AT_ONCE.size() - 1), path.direct());
        for (int atOnce : AT_ONCE) {
            try (var storm = ConnectStorm.of(Math.min(atOnce, most), path, limit, observations)) {
                attempts.addAll(
                        storm.record("sweep-concurrency", path, observations).attempts());
            }
        }
        ConnectStorm.requireAll(attempts);
        assertThat(attempts).allMatch(ConnectAttempt::succeeded);
    }
}
