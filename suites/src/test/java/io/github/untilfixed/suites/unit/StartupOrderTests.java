package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.ExitCode;
import io.github.untilfixed.staging.log.ServiceLog;
import io.github.untilfixed.staging.startup.PhaseFailedException;
import io.github.untilfixed.staging.startup.StartupPhase;
import io.github.untilfixed.staging.startup.StartupProgress;
import io.github.untilfixed.staging.startup.StartupSequence;
import io.github.untilfixed.staging.startup.Step;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The start-up of staging")
class StartupOrderTests {

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
        assertThat(ExitCode.STARTUP_FAILED).isEqualTo(3);
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
