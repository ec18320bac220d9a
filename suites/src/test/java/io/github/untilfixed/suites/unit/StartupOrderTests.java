package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.ExitCode;
import io.github.untilfixed.staging.startup.StartupPhase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The start-up of staging")
class StartupOrderTests {

    @Test
    void hasSevenPhasesWithTheDatabaseThird() {
        assertThat(StartupPhase.values())
                .extracting(StartupPhase::name)
                .hasSize(7)
                .startsWith("INIT", "DEPENDENCIES", "DATABASE");
    }

    @Test
    void endsWithCodeThreeWhenAPhaseFails() {
        assertThat(ExitCode.STARTUP_FAILED).isEqualTo(3);
    }
}
