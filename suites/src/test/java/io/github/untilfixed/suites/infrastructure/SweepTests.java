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
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.LooksIntoSilence;
import io.github.untilfixed.suites.support.RealTime;
import io.github.untilfixed.suites.support.WaitSweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@InfrastructureTier
@DisplayName("The sweep over the path")
@FailsUntilFixed("1278")
@LooksIntoSilence
@ResourceLock(value = Database.CONNECTIONS, mode = ResourceAccessMode.READ)
@Execution(ExecutionMode.CONCURRENT)
class SweepTests {

    /** The initialization waits that the incident went through, and the last one. */
    private static final List<Integer> WAITS = List.of(8, 20, 25, 75, 95);

    /** With each wait; enough that a path which loses half of them is not taken for one that no wait helps. */
    private static final int AT_EACH_WAIT = 15;

    @RealTime
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
}
