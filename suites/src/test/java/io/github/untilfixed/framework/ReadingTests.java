package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.untilfixed.staging.process.Image;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.staging.settings.ServiceSettings;
import io.github.untilfixed.suites.diagnosis.Finding;
import io.github.untilfixed.suites.diagnosis.Hypothesis;
import io.github.untilfixed.suites.diagnosis.Reading;
import io.github.untilfixed.suites.support.ConnectAttempt;
import java.io.EOFException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@DisplayName("What a probe reads from what happened")
@ResourceLock(value = StagingStartTests.PROCESSES, mode = ResourceAccessMode.READ)
class ReadingTests {

    private static final Duration FAST = Duration.ofMillis(400);
    private static final ConnectAttempt REFUSED = failed(5, "08001", new ConnectException("Connection refused"));
    private static final ConnectAttempt CLOSED = failed(620, "08001", new EOFException());

    @Test
    void isARefusalOnlyWhereNothingListens() {
        assertThat(Reading.single(REFUSED, FAST)).isEqualTo(Finding.REFUSED);
        assertThat(Reading.single(failed(5, "28P01", null), FAST))
                .as("a wrong password")
                .isEqualTo(Finding.FAILS_OTHERWISE);
        assertThat(Reading.single(failed(5, "53300", null), FAST)).isEqualTo(Finding.NO_SLOT);
    }

    @Test
    void isACloseOnlyWhereTheFarSideClosedAndLate() {
        assertThat(Reading.single(CLOSED, FAST)).isEqualTo(Finding.CLOSED_BY_FAR_SIDE);
        assertThat(Reading.single(failed(20, "08001", new EOFException()), FAST))
                .isEqualTo(Finding.FAILS_OTHERWISE);
        assertThat(Reading.single(failed(620, "57014", null), FAST)).isEqualTo(Finding.FAILS_OTHERWISE);
    }

    @Test
    void supportsNoHypothesisByWhatNoFaultPredicts() {
        for (var finding :
                List.of(Finding.FAILS_OTHERWISE, Finding.SOME_FAIL, Finding.READY_TOO_LATE, Finding.STARTS_OTHERWISE)) {
            assertThat(Hypothesis.rank(Set.of(finding)))
                    .as(finding.words())
                    .allMatch(hypothesis -> hypothesis.support().isEmpty());
        }
    }

    @Tag("slow")
    @Test
    void isADeathAtImportOnlyWithAnExitBeforeTheFirstPhase() throws Exception {
        try (var process = StagingProcess.start(settings(), Image.WITHOUT_MONITORING)) {
            var failure = catchThrowableOfType(
                    StartupFailedException.class, () -> process.awaitReady(Duration.ofSeconds(30)));
            assertThat(Reading.start(failure)).isEqualTo(Finding.DIES_AT_IMPORT);
        }
        try (var process = StagingProcess.start(settings())) {
            var failure =
                    catchThrowableOfType(StartupFailedException.class, () -> process.awaitReady(Duration.ofNanos(1)));
            assertThat(failure).hasMessageContaining("later than the limit");
            assertThat(Reading.start(failure)).isEqualTo(Finding.READY_TOO_LATE);
        }
    }

    /** It reports ready without a database, as in the incident with its bypass flag. */
    private static ServiceSettings settings() {
        return new ServiceSettings(
                "probed",
                "revision-1",
                "staging",
                1000,
                1278,
                "x".repeat(32),
                true,
                Deployments.load()
                        .deployment(Deployments.SEED_TIME)
                        .database("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""));
    }

    private static ConnectAttempt failed(int millis, String state, @Nullable Exception cause) {
        return new ConnectAttempt(
                Duration.ofSeconds(2),
                Duration.ofMillis(3),
                Duration.ofMillis(millis),
                Optional.empty(),
                Optional.of(new SQLException("it failed", state, cause)));
    }
}
