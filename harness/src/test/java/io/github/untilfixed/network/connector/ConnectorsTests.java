package io.github.untilfixed.network.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Connector profiles")
class ConnectorsTests {

    @Test
    void describeTheConnectorOfTheIncident() {
        var staging = Connectors.named("staging");

        assertThat(staging.machineType()).isEqualTo(MachineType.E2_MICRO);
        assertThat(staging.minInstances()).isEqualTo(2);
        assertThat(staging.maxInstances()).isEqualTo(10);
    }

    @Test
    void refuseTheFifteenInstancesOfTheRunbook() {
        assertThatThrownBy(() -> Connectors.parse("runbook.yaml", yaml("e2-micro", 2, 15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("runbook.yaml: connector 'x': max instances is 15; allowed: up to 10");
    }

    @Test
    void reportEveryProblemAtOnce() {
        assertThatThrownBy(() -> Connectors.parse("bad.yaml", yaml("e2-micro", 1, 100)))
                .hasMessageContaining("min instances is 1")
                .hasMessageContaining("max instances is 100");
    }

    @Test
    void refuseAMachineTypeThatConnectorsDoNotHave() {
        assertThatThrownBy(() -> Connectors.parse("bad.yaml", yaml("e2-standard-8", 2, 10)))
                .hasMessageContaining("machine-type 'e2-standard-8' is unknown")
                .hasMessageContaining("e2-standard-4");
    }

    @Test
    void refuseKeysThatMeanNothing() {
        assertThatThrownBy(() -> Connectors.parse("bad.yaml", yaml("e2-micro", 2, 10) + "    speed: 7\n"))
                .hasMessageContaining("unknown [speed]");
    }

    @Test
    void refuseAStepThatTakesNoTime() {
        assertThatThrownBy(() -> Connectors.parse(
                        "bad.yaml", yaml("e2-micro", 2, 10).replace("{min: 10, max: 30}", "{min: 0, max: 30}")))
                .hasMessageContaining("a step takes time");
    }

    @Test
    void refuseTwoOfOneName() {
        var profile = yaml("e2-micro", 2, 10);
        assertThatThrownBy(() -> Connectors.parse("bad.yaml", profile + profile.substring(profile.indexOf('\n') + 1)))
                .hasMessageContaining("bad.yaml: not YAML")
                .hasMessageContaining("Duplicate field 'x'");
    }

    @Test
    void nameThoseThatExistWhenAskedForAnother() {
        assertThatThrownBy(() -> Connectors.named("prod")).hasMessageContaining("allowed: [staging, ");
    }

    private static String yaml(String machineType, int min, int max) {
        return """
                connectors:
                  x:
                    machine-type: %s
                    instances: {min: %d, max: %d}
                    connections-per-instance: 25
                    connects-per-second-per-instance: 15
                    detect: 10
                    step: {min: 10, max: 30}
                """.formatted(machineType, min, max);
    }
}
