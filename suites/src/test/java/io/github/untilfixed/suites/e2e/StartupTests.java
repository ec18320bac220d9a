package io.github.untilfixed.suites.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Observations;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.platform.BackOff;
import io.github.untilfixed.staging.platform.CloudRun;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.suites.support.FrontDoorRequests;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.Requests;
import io.github.untilfixed.suites.support.Staging;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@E2EStagingTier
@DisplayName("The start of staging")
@FailsUntilFixed("1278")
@LooksIntoSilence
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
@Execution(ExecutionMode.CONCURRENT)
class StartupTests {

    private static final int REQUESTS = 10;

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @RealTime
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
        try (var staging = Staging.running(path, observations)) {
            for (var endpoint : List.of("/health", "/health/live", "/health/ready", "/health/startup")) {
                assertThat(Requests.to(staging.baseUrl()).get(endpoint).statusCode())
                        .as(endpoint)
                        .isEqualTo(200);
            }
            assertThat(Requests.to(staging.baseUrl()).get("/metrics").body().asString())
                    .contains("startup_phase_seconds_bucket", "startup_attempts_total");
        }
    }

    @Test
    void answersThroughOneDoorWithoutARestartWhileTwoRevisionsStart(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        // As in a deployment: the new revision starts when the old one is ready, and their pools add up.
        var old = new CompletableFuture<StagingProcess>();
        var starters = List.of(
                Staging.starter(path, "instance-1", "revision-1", old),
                Staging.after(old, Staging.starter(path, "instance-2", "revision-2")));
        var backOff = new BackOff(path.scaled(BACK_OFF.first()), path.scaled(BACK_OFF.longest()));
        try (var platform = CloudRun.start(starters, backOff)) {
            try {
                platform.awaitServing(0);
                var early = FrontDoorRequests.send(REQUESTS, platform.url(), Promises.ready(path));
                platform.awaitReady(Promises.ready(path));
                var late = FrontDoorRequests.send(REQUESTS, platform.url(), Promises.ready(path));

                assertThat(early.statuses()).as("asked while it started").containsOnly(200);
                assertThat(late.statuses()).as("asked when it was ready").containsOnly(200);
                assertThat(platform.restarts()).isZero();
            } finally {
                platform.starts().forEach(start -> Staging.record(start, observations));
            }
        }
    }
}
