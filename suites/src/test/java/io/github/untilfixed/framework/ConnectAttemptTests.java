package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.support.BrokenAttemptException;
import io.github.untilfixed.suites.support.ConnectAttempt.Outcome;
import io.github.untilfixed.suites.support.ConnectLimitExceededException;
import io.github.untilfixed.suites.support.DriverSockets;
import io.github.untilfixed.suites.support.PendingConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An attempt to connect")
class ConnectAttemptTests {

    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    @Test
    void thatGetsNoAnswerIsGivenUpAndItsSocketClosedAtOnce() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var pending = PendingConnection.begin(at(silent.getLocalPort(), "disable"), LIMIT);
            try (var accepted = silent.accept()) {
                var attempt = pending.decide(LIMIT, Duration.ZERO);

                assertThat(attempt.outcome()).isEqualTo(Outcome.TIMEOUT);
                assertThat(attempt.failure().orElseThrow()).hasMessageContaining("given up after");
                assertThat(attempt.elapsed().minus(attempt.listened()))
                        .as("all but what it was listened for in real time")
                        .isEqualTo(LIMIT);
                // Ends when the other side has closed, and fails when it has not for longer than the limit by far.
                accepted.setSoTimeout((int) UNHURRIED.toMillis());
                assertThat(accepted.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    @Test
    void thatFailsIsTimedWhereItFailsAndNotWhereItIsLookedAt() throws Exception {
        try (var closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var pending = PendingConnection.begin(at(closing.getLocalPort(), "disable"), UNHURRIED);
            closing.accept().close();
            var later = Duration.ofMillis(1500);
            var start = System.nanoTime();
            await().until(() -> System.nanoTime() - start > later.toNanos());

            var attempt = pending.decide(UNHURRIED, Duration.ZERO);

            assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(attempt.failure().orElseThrow()).isInstanceOf(SQLException.class);
            assertThat(attempt.elapsed()).isLessThan(later);
        }
    }

    @Test
    void thatEndsWithAnErrorIsBrokenAndNoSilence() throws Exception {
        var url = "disable&socketFactory=" + URLEncoder.encode(BrokenSockets.class.getName(), StandardCharsets.UTF_8);

        var attempt = PendingConnection.begin(at(1, url), UNHURRIED).decide(UNHURRIED, Duration.ZERO);

        assertThat(attempt.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(attempt.unanswered()).isFalse();
        assertThat(attempt.failure().orElseThrow())
                .isInstanceOf(BrokenAttemptException.class)
                .hasRootCauseInstanceOf(AssertionError.class);
    }

    @Test
    void thatComesAfterItsLimitIsLateAndSaysSo(@ThroughVpc("none") VpcPath path) throws Exception {
        var pending = PendingConnection.begin(path.database(), UNHURRIED);
        await().atMost(UNHURRIED).until(pending::done);

        var attempt = pending.decide(Duration.ofNanos(1), Duration.ZERO);

        assertThat(attempt.outcome()).isEqualTo(Outcome.LATE);
        assertThat(attempt.unanswered()).isTrue();
        assertThat(attempt.connection()).isEmpty();
        assertThat(attempt.failure().orElseThrow())
                .isInstanceOf(ConnectLimitExceededException.class)
                .hasMessageContaining("not established within its limit")
                .hasMessageContaining("it came too late")
                .hasMessageNotContaining("given up");
    }

    private static Database at(int port, String sslMode) {
        return new Database("127.0.0.1", port, "none", "nobody", "", sslMode);
    }

    /** Ends the thread that connects, as a defect would. */
    public static final class BrokenSockets extends DriverSockets {

        /** Created by the driver. */
        public BrokenSockets() {
            super();
        }

        @Override
        public Socket createSocket() {
            throw new AssertionError("a defect");
        }
    }
}
