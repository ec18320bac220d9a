package io.github.untilfixed.suites.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Observations;
import io.github.untilfixed.Runs;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.reports.statistics.Trials;
import io.github.untilfixed.staging.platform.BackOff;
import io.github.untilfixed.staging.platform.CloudRun;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.suites.support.DeclaredCriteria;
import io.github.untilfixed.suites.support.GoldenPath;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.Staging;
import io.github.untilfixed.suites.support.StartTrials;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@E2EStagingTier
@DisplayName("The criteria of the fix")
@FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
class CriteriaTests {

    private static final double CONFIDENCE = 0.95;
    private static final int SOAK = 20;

    @Test
    void startsSucceedOftenEnough(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var criteria = DeclaredCriteria.of("1278");
        // The stricter of the declared rates; the weaker one is met with it.
        double starts = criteria.strictest("startup-success");
        var trials = StartTrials.until(starts, CONFIDENCE, path, observations);

        if (trials.starts().showAtLeast(starts, CONFIDENCE) != Trials.Answer.MET) {
            throw trials.lastFailure();
        }
        assertThat(trials.phaseThree().showAtLeast(criteria.strictest("phase-3-success"), CONFIDENCE))
                .isEqualTo(Trials.Answer.MET);
    }

    @Test
    void theGoldenPathHoldsAgainAndAgain(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        try (var staging = Staging.running(path, observations)) {
            for (int round = 1; round <= SOAK; round++) {
                var question = "question " + round;
                boolean answered = GoldenPath.walk(staging.baseUrl(), "soak", question, observations)
                        .contains(question);
                observations.observed(
                        "trial", Map.of("criterion", "golden-path", "outcome", answered ? "ok" : "failed"));
                assertThat(answered).as("answer " + round).isTrue();
            }
        }
    }

    @Test
    void nothingRestarts(@ThroughVpc VpcPath path, Observations observations)
            throws StartupFailedException, InterruptedException {
        var starters = List.of(
                Staging.starter(path, "instance-1", "revision-1"),
                Staging.starter(path, "instance-2", "revision-1"),
                Staging.starter(path, "instance-3", "revision-1"));
        var backOff = new BackOff(path.scaled(Promises.FIRST_EVENT), path.scaled(Promises.ANSWER));
        try (var platform = CloudRun.start(starters, backOff)) {
            try {
                platform.awaitReady(Promises.ready(path));
                assertThat(platform.restarts()).isZero();
            } finally {
                platform.starts().forEach(start -> Staging.record(start, observations));
            }
        }
    }
}
