package io.github.untilfixed.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.network.connector.Budget;
import io.github.untilfixed.network.connector.ConnectorSnapshot;
import io.github.untilfixed.network.connector.ConnectorState;
import io.github.untilfixed.network.connector.Connectors;
import io.github.untilfixed.network.connector.Load;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A connector at work on a path")
class ConnectorDriveTests {

    private static final PathSettings SETTINGS = new PathSettings(Set.of(), 1, 1278);

    /** Nine tenths of the connections that two instances carry. */
    private static final Load BUSY = new Load(0, 45, 0);

    private final ControlApi api = new ControlApi();
    private final PathControl control = new PathControl(api, SETTINGS.timeScale());
    private final ConnectorDrive drive = new ConnectorDrive(Connectors.named("staging"), SETTINGS, control);

    @AfterEach
    void close() {
        control.close();
        api.close();
    }

    @Test
    void changesToxicsOnlyWhenItChangesItsState() {
        drive.at(Duration.ofSeconds(1), BUSY);
        int underPressure = api.changes.get();
        assertThat(underPressure).as("the state changed").isPositive();
        for (int second = 2; second <= 10; second++) {
            drive.at(Duration.ofSeconds(second), new Load(0, 45 - second % 3, 0));
        }
        assertThat(api.changes).as("the load changed, and the state did not").hasValue(underPressure);

        drive.at(Duration.ofSeconds(11), BUSY);

        assertThat(drive.states())
                .extracting(ConnectorSnapshot::state)
                .containsExactly(ConnectorState.HEALTHY, ConnectorState.PRESSURED, ConnectorState.SCALING);
        assertThat(api.changes.get()).as("the state changed again").isGreaterThan(underPressure);
        assertThat(api.toxics).containsExactly("connections", "delay", "throughput");
    }

    @Test
    void tellsItsStatesWithTheirTimesAndTheBudgetThatBinds() {
        drive.at(Duration.ofSeconds(1), BUSY);
        drive.at(Duration.ofSeconds(11), BUSY);

        assertThat(drive.states())
                .extracting(ConnectorSnapshot::at)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(11));
        assertThat(drive.states().get(2).utilisation().boundBy()).isEqualTo(Budget.CONNECTIONS);
    }

    @Test
    void isApproximateOnAToxiproxyThatLacksItsTypes() {
        drive.at(Duration.ofSeconds(1), BUSY);
        drive.at(Duration.ofSeconds(11), BUSY);
        assertThat(control.exact()).isTrue();

        api.original.set(true);
        drive.at(Duration.ofSeconds(200), BUSY);

        assertThat(control.exact()).isFalse();
        assertThat(api.toxics)
                .as("no limit of connections, which the original does not have")
                .doesNotContain("connections");
    }
}
