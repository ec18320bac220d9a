package io.github.untilfixed.suites.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Observations;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.platform.BackOff;
import io.github.untilfixed.staging.platform.CloudRun;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.Staging;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@E2EStagingTier
@DisplayName("The start of staging")
@FailsUntilFixed("1278")
class StartupTests {

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void completesAllSevenPhasesWithinItsLimit(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.ready(path, observations)) {
            assertThat(staging.phases())
                    .extracting(PhaseTiming::phase)
                    .containsExactly("INIT", "DEPENDENCIES", "DATABASE", "CACHE", "SERVICES", "WEBSOCKET", "FINALIZE");
        }
    }

    @Test
    void tellsItsHealthAndItsMetrics(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.ready(path, observations)) {
            for (var endpoint : List.of("/health", "/health/live", "/health/ready", "/health/startup")) {
                assertThat(given().baseUri(staging.baseUrl().toString())
                                .get(endpoint)
                                .statusCode())
                        .as(endpoint)
                        .isEqualTo(200);
            }
            assertThat(given().baseUri(staging.baseUrl().toString())
                            .get("/metrics")
                            .body()
                            .asString())
                    .contains("startup_phase_seconds_bucket", "startup_attempts_total", "hikaricp_connections_active");
        }
    }

    @Test
    void answersThroughOneDoorWithoutARestartWhileTwoRevisionsStart(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        var starters = List.of(
                Staging.starter(path, "instance-1", "revision-1"), Staging.starter(path, "instance-2", "revision-2"));
        var backOff = new BackOff(path.scaled(BACK_OFF.first()), path.scaled(BACK_OFF.longest()));
        try (var platform = CloudRun.start(starters, backOff)) {
            try {
                platform.awaitReady(path.scaled(Promises.READY));
                for (int request = 0; request < 10; request++) {
                    assertThat(given().baseUri(platform.url().toString())
                                    .get("/health")
                                    .statusCode())
                            .isEqualTo(200);
                }
                assertThat(platform.restarts()).isZero();
            } finally {
                platform.starts().forEach(start -> Staging.record(start, observations));
            }
        }
    }
}
