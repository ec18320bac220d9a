package io.github.untilfixed.suites.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.GoldenPath;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.Requests;
import io.github.untilfixed.suites.support.Staging;
import io.github.untilfixed.suites.support.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@E2EStagingTier
@DisplayName("The golden path of staging")
@FailsUntilFixed("1278")
@LooksIntoSilence
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
@Execution(ExecutionMode.CONCURRENT)
class GoldenPathTests {

    @Test
    void leadsFromLoginToAnAnswerOverTheWebSocket(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        try (var staging = Staging.running(path, observations)) {
            var answer = GoldenPath.walk(staging.baseUrl(), "ada", "How much did we spend?", observations);

            assertThat(answer).contains("How much did we spend?");
            assertThat(Requests.to(staging.baseUrl()).get("/metrics").body().asString())
                    .contains("hikaricp_connections_active");
        }
    }

    @Test
    void keepsUsersApart(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.running(path, observations)) {
            var marker = String.valueOf(System.nanoTime());
            var ada = Visitor.logIn(staging.baseUrl(), "ada" + marker);
            var grace = Visitor.logIn(staging.baseUrl(), "grace" + marker);

            ada.ask("the plan of Ada");
            grace.ask("the plan of Grace");

            assertThat(ada.messages()).containsExactly("the plan of Ada");
            assertThat(grace.messages()).containsExactly("the plan of Grace");
        }
    }
}
