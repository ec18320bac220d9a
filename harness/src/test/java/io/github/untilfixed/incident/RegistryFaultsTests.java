package io.github.untilfixed.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The faults that open incidents declare")
class RegistryFaultsTests {

    private static final String INCIDENT = """
              - id: "%s"
                title: none
                kind: INFRASTRUCTURE
                owner: nobody
                opened: 2026-01-01
                review-by: 2027-01-01
                state: %s
                fault: %s
                symptoms:
                  one: {message: "x"}
            """;

    @TempDir
    private Path directory;

    @Test
    void areRefusedWhenTwoOfThemLieOnThePath() throws IOException {
        registry(INCIDENT.formatted("7", "OPEN", "route-cut"), INCIDENT.formatted("8", "OPEN", "connector-scaling"));

        assertThatThrownBy(() -> Registry.load(config("incident")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("incident 7 (line 2) declares fault 'route-cut'")
                .hasMessageContaining("incident 8 (line 12) declares fault 'connector-scaling'")
                .hasMessageContaining("name one with untilfixed.fault");
    }

    @Test
    void areReplacedByTheOneThatIsNamed() throws IOException {
        registry(INCIDENT.formatted("7", "OPEN", "route-cut"), INCIDENT.formatted("8", "OPEN", "connector-scaling"));

        var config = config("server-close");
        assertThat(Registry.load(config).faults(config)).containsExactly(Fault.SERVER_CLOSE);
    }

    @Test
    void goTogetherWhenOneOfThemLiesOnThePathOrIsThatOfAClosedIncident() throws IOException {
        registry(
                INCIDENT.formatted("7", "OPEN", "route-cut"),
                INCIDENT.formatted("8", "OPEN", "packaging"),
                INCIDENT.formatted("9", "CLOSED", "server-close"));

        var config = config("incident");
        assertThat(Registry.load(config).faults(config)).containsExactly(Fault.ROUTE_CUT, Fault.PACKAGING);
    }

    private void registry(String... incidents) throws IOException {
        Files.writeString(directory.resolve("incidents.yaml"), "incidents:\n" + String.join("", incidents));
    }

    private HarnessConfig config(String fault) {
        return HarnessConfig.of(List.of(new Source(
                "test",
                Map.of(
                        "untilfixed.fault",
                        fault,
                        "untilfixed.incidents",
                        directory.resolve("incidents.yaml").toString()),
                false)));
    }
}
