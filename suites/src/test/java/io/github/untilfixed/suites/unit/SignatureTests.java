package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.log.LogSignature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The signatures in the log of staging")
class SignatureTests {

    @Test
    void tellAMissingPackageFromADatabaseThatDoesNotAnswer() {
        assertThat(LogSignature.of("No module; ModuleNotFoundError: No module named 'auth_service'"))
                .hasValue(LogSignature.MISSING_PACKAGE);
        assertThat(LogSignature.of("Database initialization timeout after 25.0s in staging environment"))
                .hasValue(LogSignature.DATABASE_TIMEOUT);
    }

    @Test
    void seeAnOpenBreakerAlthoughItsMessageHasNoTimeout() {
        assertThat(LogSignature.of("Database circuit breaker is open")).hasValue(LogSignature.BREAKER_OPEN);
    }

    @Test
    void readNothingIntoTheExitCode() {
        assertThat(LogSignature.of("Container called exit(3).")).isEmpty();
    }
}
