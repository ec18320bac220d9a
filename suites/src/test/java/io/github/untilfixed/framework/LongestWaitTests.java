package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.network.PathCondition;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.ConnectAttempt;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LongestWait;
import io.github.untilfixed.suites.support.TimedConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the longest wait shows")
class LongestWaitTests {

    private static final int TIME_SCALE = 50;
    private static final Duration LIMIT = Duration.ofMillis(1900);
    private static final Duration CONTROL = Duration.ofMillis(20);

    @Test
    void isThatALongerWaitHelpsOnlyWhereConnectionsComeAfterAShorterOne(@ThroughVpc("none") VpcPath path)
            throws Exception {
        try (var one = TimedConnection.open(path.direct(), Duration.ofSeconds(30));
                var silent = silent(path)) {
            var lost = silent.attempts().get(0);

            assertThat(words(came(one, 1000), lost))
                    .isEqualTo(
                            "a longer wait helps: 1 of 2 connections came, after 50.0 s to 50.0 s (measured, with what this machine took)");
            assertThat(words(came(one, 1000), came(one, 500)))
                    .as("the fastest after 25 s")
                    .startsWith("there is an answer in time now: 2 of 2");
            assertThat(words(lost, lost)).isEqualTo("no wait helps: none of 2 connections came within 95.0 s");
        }
    }

    @Test
    void isAnotherFailureWhereOneIsRefusedOrClosed(@ThroughVpc("none") VpcPath path) throws Exception {
        try (var one = TimedConnection.open(path.direct(), Duration.ofSeconds(30))) {
            var closed = new ConnectAttempt(
                    LIMIT,
                    CONTROL,
                    Duration.ofMillis(600),
                    Optional.empty(),
                    Optional.of(new SQLException("The connection attempt failed.", "08001")));

            assertThat(words(came(one, 1000), closed))
                    .isEqualTo("there is another failure than silence, after 30.0 s (measured):"
                            + " java.sql.SQLException: The connection attempt failed.");
        }
    }

    private static ConnectStorm silent(VpcPath path) throws Exception {
        path.become(new PathCondition.Cut());
        return ConnectStorm.of(1, path, Duration.ofMillis(300), new RecordedObservations());
    }

    private static ConnectAttempt came(TimedConnection connection, int millis) {
        return new ConnectAttempt(LIMIT, CONTROL, Duration.ofMillis(millis), Optional.of(connection), Optional.empty());
    }

    private static String words(ConnectAttempt... attempts) {
        return LongestWait.of(List.of(attempts), TIME_SCALE).words();
    }
}
