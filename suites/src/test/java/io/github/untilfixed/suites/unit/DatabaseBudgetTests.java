package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.database.AttemptLimits;
import io.github.untilfixed.staging.settings.Deployment;
import io.github.untilfixed.suites.support.DeclaredDeployment;
import io.github.untilfixed.suites.support.RealTime;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@UnitTier
@ExtendWith(DeclaredDeployment.class)
@DisplayName("The database budget of staging")
class DatabaseBudgetTests {

    /** One scaling step of the connector at its longest. */
    private static final Duration SCALING_STEP = Duration.ofSeconds(30);

    @Test
    void leavesRoomForTwoAttemptsWithinTheInitializationWait(Deployment deployment) {
        var waits = deployment.waits();

        assertThat(deployment.retry().attemptsWithin(waits.initialization(), waits.connect()))
                .isGreaterThanOrEqualTo(2);
    }

    @RealTime
    @Test
    @FailsUntilFixed("1278-retry-budget")
    void leavesRoomForEveryAttemptWithinTheInitializationWait(Deployment deployment) {
        var waits = deployment.waits();

        assertThat(deployment.retry().longest(waits.connect()))
                .as("all attempts with their pauses, against the initialization wait")
                .isLessThanOrEqualTo(waits.initialization());
    }

    @Test
    void coversOneScalingStepInTheConnectWait(Deployment deployment) {
        assertThat(deployment.waits().connect()).isGreaterThan(SCALING_STEP);
    }

    @Test
    void letsTheTableCheckFireBeforeTheInitializationWait(Deployment deployment) {
        var waits = deployment.waits();
        var limits = new AttemptLimits(waits, SCALING_STEP);

        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(limits.tableCheck(attempt)).isLessThan(limits.initialization(attempt));
        }
    }

    @Test
    void fitsOneProcessAtFullOverflowIntoTheServer(Deployment deployment) {
        assertThat(deployment.pool().total())
                .isLessThanOrEqualTo(deployment.server().usable());
    }

    @Test
    @FailsUntilFixed("1278-pool-budget")
    void fitsTheWholeFleetAtFullOverflowIntoTheServer(Deployment deployment) {
        assertThat(deployment.fleet().demand(deployment.pool()))
                .as("connections that the fleet may ask for, against those the server accepts")
                .isLessThanOrEqualTo(deployment.server().usable());
    }
}
