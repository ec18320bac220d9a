package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.suites.support.Limits;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The database budget of staging")
class DatabaseBudgetTests {

    /** What 200 connections leave after PostgreSQL has reserved three for superusers. */
    private static final int USABLE_CONNECTIONS = 200 - 3;

    @Test
    void fitsOneProcessAtFullOverflowIntoTheServer() {
        assertThat(Deployments.load().deployment(Deployments.SEED_TIME).pool().total())
                .isLessThanOrEqualTo(USABLE_CONNECTIONS);
    }

    @Test
    void leavesRoomForTwoAttemptsWithinTheInitializationWait() {
        var retryDelay = Duration.ofSeconds(2);
        var twoAttempts = Limits.WAITS.connect().multipliedBy(2).plus(retryDelay);

        assertThat(twoAttempts).isLessThanOrEqualTo(Limits.WAITS.initialization());
    }

    @Test
    void letsEachInnerWaitEndBeforeTheInitializationWait() {
        assertThat(Limits.WAITS.connect()).isLessThan(Limits.WAITS.initialization());
        assertThat(Limits.WAITS.table()).isLessThan(Limits.WAITS.initialization());
        assertThat(Limits.WAITS.pool()).isLessThan(Limits.WAITS.initialization());
    }
}
