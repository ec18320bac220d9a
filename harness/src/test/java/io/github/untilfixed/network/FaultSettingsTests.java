package io.github.untilfixed.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.Limited;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The settings of a fault")
class FaultSettingsTests {

    private static final FaultSettings NOTHING = FaultSettings.of(Set.of());

    @Test
    void areNoneWithoutAFault() {
        assertThat(FaultSettings.of(Set.of(Fault.NONE))).isEqualTo(NOTHING);
        assertThat(NOTHING.path()).isEqualTo(new Healthy());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void doSomethingUnderEveryOtherFault(Fault fault) {
        assertThat(FaultSettings.of(fault)).isNotEqualTo(NOTHING);
    }

    @Test
    void makeConnectionsWaitForTwoScalingStepsBeyondTheConfiguredWaitsAndWithinTheLongest() {
        assertThat(FaultSettings.of(Fault.CONNECTOR_SCALING).path())
                .isEqualTo(new Limited(new SlowConnect(Duration.ofSeconds(48), Duration.ofSeconds(60)), 50, 200));
    }

    @Test
    void loseHalfOfTheConnectionsOfASaturatedConnector() {
        assertThat(FaultSettings.of(Fault.CONNECTOR_SATURATED).path())
                .isEqualTo(new Limited(new Lossy(Duration.ofSeconds(45), 0.5), 250, 1000));
    }

    @Test
    void keepTheWorstPathAndEverythingElseOfFaultsTogether() {
        var together = FaultSettings.of(Set.of(Fault.ROUTE_CUT, Fault.CONNECTOR_SCALING, Fault.CONNECTION_LIMIT));

        assertThat(together.path()).isEqualTo(new Cut());
        assertThat(together.freeConnections()).hasValue(5);
    }
}
