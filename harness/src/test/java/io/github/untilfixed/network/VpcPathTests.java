package io.github.untilfixed.network;

import static io.github.untilfixed.network.PathControlTests.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.EmptyEnvironment;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.environment.ToxiproxyServer;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A path through the connector")
class VpcPathTests {

    private static final PathSettings COLD_START = new PathSettings(Set.of(Fault.EGRESS_COLD_START), 1000, 1278);

    @Test
    void closesEveryPartAlthoughOneOfThemThrows() {
        try (var api = new ControlApi();
                var beside = new ControlApi()) {
            var path = VpcPath.through(api, new Played(beside), COLD_START);
            path.control();
            api.broken.set(true);
            await("the route does not open", () -> api.refused.get() > 0);

            assertThatThrownBy(path::close)
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("did not open");
            assertThat(beside.closed).as("the path without a fault").isTrue();
            assertThat(api.closed).as("the path itself").isTrue();
        }
    }

    @Test
    void closesThePathWhenItsFaultCannotBeApplied() {
        try (var api = new ControlApi();
                var beside = new ControlApi()) {
            api.broken.set(true);

            assertThatThrownBy(() -> VpcPath.through(api, new Played(beside), COLD_START))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("status 500");
            assertThat(api.closed).isTrue();
        }
    }

    @Test
    void isPlannedStepByStep() {
        try (var api = new ControlApi();
                var path = VpcPath.in(new Played(api))
                        .with(Fault.ROUTE_CUT)
                        .with(Fault.PACKAGING)
                        .timeScale(10)
                        .seed(7)
                        .open("cut")) {
            assertThat(path.faults()).containsExactlyInAnyOrder(Fault.ROUTE_CUT, Fault.PACKAGING);
            assertThat(path.timeScale()).isEqualTo(10);
            assertThat(path.seed()).isEqualTo(7);
            assertThat(path.faultSettings().packageMissing()).isTrue();
            assertThat(api.toxics).containsExactly("cut");
        }
    }

    @Test
    void isRefusedATimeScaleThatMeansNothing() {
        try (var api = new ControlApi()) {
            var plan = VpcPath.in(new Played(api));

            assertThatThrownBy(() -> plan.timeScale(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the time scale of a path is 0; allowed: 1 to 1000");
        }
    }

    /** An environment of which only the paths are played. */
    private record Played(ControlApi path) implements EmptyEnvironment {

        @Override
        public Database database() {
            return path.database();
        }

        @Override
        public ToxiproxyServer toxiproxy() {
            return path.toxiproxy();
        }

        @Override
        public DatabasePath openPath(String pathName) {
            return path;
        }
    }
}
