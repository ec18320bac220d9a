package io.github.untilfixed.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.EnvironmentException;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of a fault")
class FaultSettingsTests {

    private static final long SEED = 1278;
    private static final FaultSettings NOTHING = FaultSettings.of(Set.of(), SEED);

    @Test
    void areNoneWithoutAFault() {
        assertThat(FaultSettings.of(Set.of(Fault.NONE), SEED)).isEqualTo(NOTHING);
        assertThat(NOTHING.path()).isEqualTo(new Healthy());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void doSomethingUnderEveryOtherFault(Fault fault) {
        assertThat(FaultSettings.of(fault, SEED)).isNotEqualTo(NOTHING);
    }

    @Test
    void makeConnectionsWaitForTwoScalingStepsBeyondTheConfiguredWaitsAndWithinTheLongest() {
        assertThat(FaultSettings.of(Fault.CONNECTOR_SCALING, SEED).path())
                .isEqualTo(new Limited(new SlowConnect(Duration.ofSeconds(48), Duration.ofSeconds(60)), 50, 200));
    }

    @Test
    void loseHalfOfTheConnectionsOfASaturatedConnector() {
        assertThat(FaultSettings.of(Fault.CONNECTOR_SATURATED, SEED).path())
                .isEqualTo(new Limited(new Lossy(Duration.ofSeconds(45), 0.5), 250, 1000));
    }

    @Test
    void keepThePathAndEverythingElseOfFaultsTogether() {
        var together = FaultSettings.of(Set.of(Fault.ROUTE_CUT, Fault.PACKAGING, Fault.CONNECTION_LIMIT), SEED);

        assertThat(together.path()).isEqualTo(new Cut());
        assertThat(together.freeConnections()).hasValue(5);
        assertThat(together.packageMissing()).isTrue();
    }

    @Test
    void refuseTwoFaultsOnOnePath() {
        assertThatThrownBy(() -> FaultSettings.of(Set.of(Fault.SERVER_CLOSE, Fault.CONNECTOR_SCALING), SEED))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("connector-scaling, server-close")
                .hasMessageContaining("untilfixed.fault");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void areOnThePathForThoseFaultsThatSaySo(Fault fault) {
        assertThat(FaultSettings.of(fault, SEED).path() instanceof Healthy).isNotEqualTo(fault.onPath());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 42, -3, Long.MAX_VALUE})
    void areTheSameTroubleWithEverySeed(long seed) {
        assertThat(FaultSettings.of(Fault.CONNECTOR_SCALING, seed))
                .isEqualTo(FaultSettings.of(Fault.CONNECTOR_SCALING, SEED));
        assertThat(FaultSettings.of(Fault.CONNECTOR_SATURATED, seed))
                .isEqualTo(FaultSettings.of(Fault.CONNECTOR_SATURATED, SEED));
    }
}
