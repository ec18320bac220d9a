package io.github.untilfixed.suites.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.Observations;
import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.network.ThroughVpc;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.suites.diagnosis.Hypothesis;
import io.github.untilfixed.suites.diagnosis.Probes;
import io.github.untilfixed.suites.support.CauseFoundException;
import io.github.untilfixed.suites.support.ConnectAttempt;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.ServerSlots;
import io.github.untilfixed.suites.support.Setup;
import io.github.untilfixed.suites.support.WaitSweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@InfrastructureTier
@DisplayName("The sweep over the path")
@FailsUntilFixed("1278")
@LooksIntoSilence
@Execution(ExecutionMode.CONCURRENT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepTests {

    /** The initialization waits that the incident went through, and the last one. */
    private static final List<Integer> WAITS = List.of(8, 20, 25, 75, 95);

    /** With each wait; enough that a path which loses half of them is not taken for one that no wait helps. */
    private static final int AT_EACH_WAIT = 15;

    /** The last ones as many as the server has slots for, where it has fewer: what a server refuses says nothing of the path. */
    private static final List<Integer> AT_ONCE = List.of(1, 10, 25, 50, 75, 100);

    @RealTime
    @ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
    @Test
    void connectsWithinEachWaitThatStagingWasEverGiven(@ThroughVpc VpcPath path, Observations observations)
            throws Exception {
        var sweep = new WaitSweep();
        for (int seconds : WAITS) {
            var wait = Duration.ofSeconds(seconds);
            try (var storm = ConnectStorm.of(AT_EACH_WAIT, path, path.scaled(wait), observations)) {
                sweep.add(wait, storm.record("sweep-wait", path, observations));
            }
        }
        sweep.requireAll();
    }

    @ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
    @Test
    void speaksForNoFault(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var findings = new Probes(path, observations).run();
        var ranked = Hypothesis.rank(findings.all());
        for (var hypothesis : ranked) {
            observations.measured(
                    "hypothesis",
                    hypothesis.score(),
                    null,
                    Map.of(
                            "name", hypothesis.fault().id(),
                            "for", findings.words(hypothesis.support()),
                            "against", findings.objections(hypothesis)));
        }
        var best = ranked.get(0);
        if (best.fault() != Fault.NONE || best.score() <= 0) {
            throw new CauseFoundException(
                    best.score() > 0 ? best.fault().id() : "nothing known", findings.words(findings.all()));
        }
        assertThat(best.against()).isEmpty();
    }

    /** The last in order, so that it does not come between the other two, which run side by side. */
    @Order(Integer.MAX_VALUE)
    @ResourceLock(Database.CONNECTIONS)
    @Test
    void connectsHoweverManyConnectAtOnce(@ThroughVpc VpcPath path, Observations observations) throws Exception {
        var limit = path.scaled(Setup.deployment(path.faults()).waits().connect());
        var attempts = new ArrayList<ConnectAttempt>();
        int most = ServerSlots.most(AT_ONCE.get(AT_ONCE.size() - 1), path.direct());
        for (int atOnce : AT_ONCE) {
            try (var storm = ConnectStorm.of(Math.min(atOnce, most), path, limit, observations)) {
                attempts.addAll(
                        storm.record("sweep-concurrency", path, observations).attempts());
            }
        }
        ConnectStorm.requireAll(attempts);
        assertThat(attempts).allMatch(ConnectAttempt::succeeded);
    }
}
