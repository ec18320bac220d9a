package io.github.untilfixed.network.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The connector model")
class ConnectorModelTests {

    private static final Load STORM = Load.storm(46, 20, Duration.ofSeconds(10)).connecting();
    private final ConnectorProfile staging = Connectors.named("staging");

    @Test
    void staysHealthyWithoutLoad() {
        var model = run(staging, 7, Load.NONE, 100);

        assertThat(model.transitions()).hasSize(1);
        assertThat(model.now().state()).isEqualTo(ConnectorState.HEALTHY);
    }

    @Test
    void startsScalingOnlyAfterTheTimeItNeedsToNotice() {
        var model = new ConnectorModel(staging, 7);

        assertThat(model.advance(Duration.ofSeconds(1), STORM).state()).isEqualTo(ConnectorState.PRESSURED);
        assertThat(model.advance(Duration.ofSeconds(10), STORM).state()).isEqualTo(ConnectorState.PRESSURED);
        assertThat(model.advance(Duration.ofSeconds(11), STORM).state()).isEqualTo(ConnectorState.SCALING);
    }

    @Test
    void isStillTooSmallForTheIncidentsStormWhenTheServiceGivesUp() {
        var model = run(staging, 7, STORM, 75);

        assertThat(model.now().instances()).isBetween(3, 8);
        assertThat(model.now().utilisation().value()).isGreaterThan(0.7);
        assertThat(model.now().utilisation().boundBy()).isEqualTo(Budget.CONNECT_RATE);
    }

    @Test
    void addsOneInstanceAfterTheOtherAndNeverRemovesOne() {
        var model = run(staging, 7, STORM, 300);
        int grown = model.now().instances();
        for (int second = 301; second < 600; second++) {
            model.advance(Duration.ofSeconds(second), Load.NONE);
        }

        assertThat(model.transitions().stream().map(ConnectorSnapshot::instances))
                .isSorted();
        assertThat(model.now().instances()).isEqualTo(grown).isGreaterThan(staging.minInstances());
        assertThat(model.now().state()).isEqualTo(ConnectorState.RECOVERED);
    }

    @Test
    void leavesAStateOnlyWellBelowTheLoadThatItEntersItWith() {
        var between = new Load(0, 0, 130);
        var model = new ConnectorModel(staging, 7);
        assertThat(model.advance(Duration.ofSeconds(1), between).state())
                .as("0.65 from below")
                .isEqualTo(ConnectorState.HEALTHY);
        assertThat(model.advance(Duration.ofSeconds(2), new Load(0, 0, 150)).state())
                .as("0.75")
                .isEqualTo(ConnectorState.PRESSURED);
        model.advance(Duration.ofSeconds(3), between);
        assertThat(model.advance(Duration.ofSeconds(100), between).state())
                .as("0.65 from above, for however long")
                .isEqualTo(ConnectorState.PRESSURED);
        assertThat(model.advance(Duration.ofSeconds(101), new Load(0, 0, 110)).state())
                .as("0.55, just now")
                .isEqualTo(ConnectorState.PRESSURED);
        assertThat(model.advance(Duration.ofSeconds(131), new Load(0, 0, 110)).state())
                .as("0.55 for half a minute")
                .isEqualTo(ConnectorState.RECOVERED);
    }

    @Test
    void isScalingAndNotSaturatedWhileItStillAddsInstances() {
        var model = run(staging, 7, STORM, 20);

        assertThat(model.now().utilisation().value()).isGreaterThan(1);
        assertThat(model.now().state()).isEqualTo(ConnectorState.SCALING);
    }

    @Test
    void saturatesWhenItHasAllInstancesAndStillTooMuchToCarry() {
        var model = run(staging, 7, Load.storm(46, 50, Duration.ofSeconds(10)).connecting(), 600);

        assertThat(model.now().instances()).isEqualTo(10);
        assertThat(model.now().state()).isEqualTo(ConnectorState.SATURATED);
    }

    @Test
    void givesTheSameTimelineForTheSameSeedAndAnotherForAnother() {
        assertThat(run(staging, 7, STORM, 300).transitions())
                .isEqualTo(run(staging, 7, STORM, 300).transitions());
        assertThat(run(staging, 7, STORM, 300).transitions())
                .isNotEqualTo(run(staging, 8, STORM, 300).transitions());
    }

    @Test
    void needsNoScalingWhenItWasScaledBeforeTheStorm() {
        var halfStorm = Load.storm(46, 20, Duration.ofSeconds(20)).connecting();

        assertThat(states(run(Connectors.named("repaired"), 7, halfStorm, 300))).containsOnly(ConnectorState.HEALTHY);
        assertThat(states(run(staging, 7, halfStorm, 300))).contains(ConnectorState.SCALING);
    }

    @Test
    void staysPartitionedUntilItIsToldOtherwise() {
        var model = new ConnectorModel(staging, 7);
        model.partition(Duration.ofSeconds(1), true);

        assertThat(model.advance(Duration.ofSeconds(100), Load.NONE).state()).isEqualTo(ConnectorState.PARTITIONED);
        assertThat(model.partition(Duration.ofSeconds(101), false).state()).isEqualTo(ConnectorState.RECOVERED);
    }

    @Test
    void namesTheBudgetThatBinds() {
        assertThat(staging.utilisation(new Load(0, 45, 0), 2)).isEqualTo(new Utilisation(0.9, Budget.CONNECTIONS));
        assertThat(staging.utilisation(new Load(15, 0, 0), 2)).isEqualTo(new Utilisation(0.5, Budget.CONNECT_RATE));
        assertThat(staging.utilisation(new Load(0, 0, 150), 2)).isEqualTo(new Utilisation(0.75, Budget.THROUGHPUT));
    }

    @Test
    void refusesToGoBackInTime() {
        var model = run(staging, 7, Load.NONE, 10);

        assertThatThrownBy(() -> model.advance(Duration.ofSeconds(5), Load.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
    }

    private static ConnectorModel run(ConnectorProfile profile, long seed, Load load, int seconds) {
        var model = new ConnectorModel(profile, seed);
        for (int second = 1; second <= seconds; second++) {
            model.advance(Duration.ofSeconds(second), load);
        }
        return model;
    }

    private static List<ConnectorState> states(ConnectorModel model) {
        return model.transitions().stream().map(ConnectorSnapshot::state).toList();
    }
}
