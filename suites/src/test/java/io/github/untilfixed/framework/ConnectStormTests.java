package io.github.untilfixed.framework;

import static io.github.untilfixed.suites.support.ConnectAttempt.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.github.untilfixed.network.PathCondition;
import io.github.untilfixed.network.RoundTrips;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.diagnosis.Finding;
import io.github.untilfixed.suites.diagnosis.Reading;
import io.github.untilfixed.suites.support.ConnectAttempt;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.TimedConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("A storm of connections")
class ConnectStormTests {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Enough that a storm waits for its slots to come back. */
    private static final int SIZE = 10;

    @Test
    void isPutOnRecordWhenItIsForgotten(@ThroughVpc("none") VpcPath path) throws Exception {
        path.control();
        var beside = new ToxiproxyClient(
                        "127.0.0.1", path.toxiproxy().controlUrl().getPort())
                .getProxy(path.name() + "-control");
        // Each of the driver's two or more round trips takes longer than the limit allows the control in all.
        var slow = beside.toxics().latency("slow", ToxicDirection.DOWNSTREAM, LIMIT.toMillis());
        var observations = new RecordedObservations(() -> remove(slow));

        try (var storm = ConnectStorm.of(1, path, LIMIT, observations)) {
            assertThat(storm.attempts()).extracting(ConnectAttempt::outcome).containsExactly(OK);
        }

        assertThat(observations.of("measurement-forgotten"))
                .first()
                .satisfies(forgotten -> assertThat(forgotten)
                        .containsEntry("what", "storm")
                        .containsEntry("concurrency", "1")
                        .containsEntry("wait-millis", "2000")
                        .containsEntry("bound-millis", "2000")
                        .containsKey("reason"));
    }

    /** A limit below what the machine is allowed to take beside the path. */
    @Test
    void isMadeAgainWhereALimitIsSoShortThatTheMachineMayHaveBrokenIt(@ThroughVpc("none") VpcPath path)
            throws Exception {
        var limit = Duration.ofMillis(100);
        int roundTrips = RoundTrips.ofConnect(path.database());
        // Some 80 ms after the limit and what the machine takes: late, and still listened for.
        var late = path.proxy().toxics().latency("late", ToxicDirection.DOWNSTREAM, 180 / roundTrips);
        var observations = new RecordedObservations("a little later", () -> remove(late));

        try (var storm = ConnectStorm.of(1, path, limit, observations)) {
            assertThat(storm.attempts()).extracting(ConnectAttempt::outcome).containsExactly(OK);
        }

        assertThat(observations.of("measurement-forgotten"))
                .extracting(forgotten -> forgotten.get("reason"))
                .contains("one came a little later than a limit below the bound");
    }

    private static void remove(Toxic toxic) {
        try {
            toxic.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void doesNotWaitForSessionsOfOthersToGo(@ThroughVpc("none") VpcPath path) throws Exception {
        var storm = ConnectStorm.of(SIZE, path, LIMIT, new RecordedObservations());
        // On a shared server the application's own sessions come when they want.
        try (var other = TimedConnection.open(path.direct().as("somebody-else"), LIMIT)) {
            storm.close();

            assertThat(other.connection().isValid(5)).isTrue();
        }
    }

    @Test
    void losesSomeOnlyWhereAllOthersGetNoAnswer(@ThroughVpc("none") VpcPath path) throws Exception {
        var attempts = new ArrayList<ConnectAttempt>();
        try (var came = ConnectStorm.of(2, path, LIMIT, new RecordedObservations())) {
            attempts.addAll(came.attempts());
            path.become(new PathCondition.Cut());
            var limit = Duration.ofMillis(300);
            try (var silent = ConnectStorm.of(1, path, limit, new RecordedObservations())) {
                attempts.addAll(silent.attempts());
                assertThat(Reading.together(attempts)).isEqualTo(Finding.SOME_ARE_LOST);
            }
            attempts.add(new ConnectAttempt(
                    limit, limit, limit, Optional.empty(), Optional.of(new SQLException("no", "28P01"))));
            assertThat(Reading.together(attempts)).as("one of them was refused").isEqualTo(Finding.SOME_FAIL);
        } finally {
            path.restore();
        }
    }
}
