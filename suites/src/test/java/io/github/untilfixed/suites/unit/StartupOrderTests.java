package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.log.ServiceLog;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.staging.settings.ServiceSettings;
import io.github.untilfixed.staging.startup.PhaseFailedException;
import io.github.untilfixed.staging.startup.StartupPhase;
import io.github.untilfixed.staging.startup.StartupProgress;
import io.github.untilfixed.staging.startup.StartupSequence;
import io.github.untilfixed.staging.startup.Step;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@UnitTier
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("The start-up of staging")
class StartupOrderTests {

    private static final int FAST = 1000;

    private final List<StartupPhase> reached = new ArrayList<>();
    private final StartupProgress progress = new StartupProgress();

    @Test
    void runsItsSevenPhasesInOrder() throws Exception {
        sequence(StartupPhase.DATABASE, true, () -> {}).run();

        assertThat(reached).containsExactly(StartupPhase.values()).hasSize(7);
        assertThat(progress.complete()).isTrue();
    }

    @Test
    void neverReachesAPhaseBehindOneThatFailed() {
        assertThatThrownBy(() -> sequence(StartupPhase.DATABASE, true, StartupOrderTests::fail)
                        .run())
                .isInstanceOfSatisfying(
                        PhaseFailedException.class, e -> assertThat(e.phase()).isEqualTo(StartupPhase.DATABASE));
        assertThat(reached).containsExactly(StartupPhase.INIT, StartupPhase.DEPENDENCIES, StartupPhase.DATABASE);
        assertThat(progress.complete()).isFalse();
        assertThat(progress.failure()).isPresent();
    }

    @Test
    void goesOnDegradedWhenAStepFailsThatItCanDoWithout() throws Exception {
        sequence(StartupPhase.INIT, false, StartupOrderTests::fail).run();

        assertThat(reached).hasSize(7);
        assertThat(progress.degraded()).containsExactly("extra");
    }

    @Test
    void endsWithTheCodeThatThePlatformLogged() {
        // Nobody listens on port 1: whatever the infrastructure does, this start fails.
        var database = Deployments.load()
                .deployment(Deployments.REPAIRED)
                .database("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "");
        var settings =
                new ServiceSettings("instance-1", "revision-1", "staging", FAST, 1278, "x".repeat(32), false, database);
        try (var process = StagingProcess.start(settings)) {
            assertThatThrownBy(() -> process.awaitReady(Duration.ofMinutes(1)))
                    .isInstanceOfSatisfying(
                            StartupFailedException.class,
                            failure -> assertThat(failure.exitCode()).hasValue(3));
        }
    }

    private StartupSequence sequence(StartupPhase phase, boolean critical, Step.Action action) {
        var steps = new ArrayList<Step>();
        for (var each : StartupPhase.values()) {
            steps.add(Step.critical(each, "reach", () -> reached.add(each)));
        }
        steps.add(critical ? Step.critical(phase, "extra", action) : Step.optional(phase, "extra", action));
        var log = new ServiceLog(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC());
        return new StartupSequence(steps, log, progress, (ended, outcome, measured) -> {});
    }

    private static void fail() {
        throw new IllegalStateException("no");
    }
}
