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
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.Promises;
import io.github.untilfixed.suites.support.Setup;
import io.github.untilfixed.suites.support.Staging;
import io.github.untilfixed.suites.support.StartTrials;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@E2EStagingTier
@DisplayName("The criteria of the fix")
@FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
@LooksIntoSilence
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
class CriteriaTests {

    private static final String INCIDENT = "1278";
    private static final String STARTS = "startup-success";
    private static final String PHASE_THREE = "phase-3-success";
    private static final String GOLDEN_PATH = "golden-path";

    @Test
    void startsSucceedOftenEnough(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var criteria = DeclaredCriteria.of(INCIDENT);
        // The stricter of the declared rates; the weaker one is met with it.
        double rate = criteria.strictest(STARTS);
        double confidence = criteria.confidence(STARTS);
        var trials = StartTrials.until(rate, confidence, path, observations);

        if (trials.starts().showAtLeast(rate, confidence) != Trials.Answer.MET) {
            throw trials.lastFailure();
        }
        assertThat(trials.phaseThree().showAtLeast(criteria.strictest(PHASE_THREE), criteria.confidence(PHASE_THREE)))
                .isEqualTo(Trials.Answer.MET);
    }

    @Test
    void theGoldenPathHoldsAgainAndAgain(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        int rounds = DeclaredCriteria.of(INCIDENT).trials(GOLDEN_PATH);
        try (var staging = Staging.running(path, observations)) {
            for (int round = 1; round <= rounds; round++) {
                GoldenPath.tryOnce(staging.baseUrl(), "soak", "question " + round, GOLDEN_PATH, observations);
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
        int base = Setup.deployment(path.faults()).pool().base();
        var backOff = new BackOff(path.scaled(Promises.FIRST_EVENT), path.scaled(Promises.ANSWER));
        try (var platform = CloudRun.start(starters, backOff)) {
            try {
                platform.awaitReady(Promises.ready(path));
                // A pool reports ready with one connection and waits for the others; so one that lives on what the
                // others leave is told from one that has its own.
                for (int i = 0; i < starters.size(); i++) {
                    Staging.awaitPool(platform.awaitStart(i, 1), base, Promises.ready(path));
                }
                assertThat(platform.restarts()).isZero();
                assertThat(platform.starts())
                        .as("starts, all of them still running")
                        .allSatisfy(start -> assertThat(start.exitCode()).isEmpty());
            } finally {
                platform.starts().forEach(start -> Staging.record(start, observations));
            }
        }
    }
}
