package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.UsesEnvironment;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.EmptyEnvironment;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.environment.EnvironmentProvider;
import io.github.untilfixed.environment.ToxiproxyServer;
import io.github.untilfixed.verdict.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;

class EnvironmentOfARunTests {

    private static final List<String> EVENTS = new ArrayList<>();
    private static boolean failsToClose;

    @BeforeEach
    void forget() {
        EVENTS.clear();
        failsToClose = false;
    }

    @Test
    void isStartedOnceForAllTiersAndClosedAfterTheLastOne() {
        var result = harness(LowTestCases.class, MiddleTestCases.class, HighTestCases.class)
                .run()
                .isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.PASSED).hasSize(3);
        assertThat(EVENTS).containsExactly("start", "low", "middle", "high", "close");
        assertThat(result.journal().observations())
                .singleElement()
                .satisfies(start -> assertThat(start.attributes())
                        .containsEntry("environment", "embedded")
                        .containsEntry("toxiproxy", "embedded")
                        .containsEntry("toxiproxy-reason", "counted"));
    }

    @Test
    void isNotStartedForTestsThatDoNotAskForIt() {
        harness(FirstLightTests.ObservingTestCases.class).run().isConsistent();

        assertThat(EVENTS).isEmpty();
    }

    @Test
    void isJudgedByHowItEnds() {
        failsToClose = true;
        var result = harness(LowTestCases.class, HighTestCases.class).run();

        assertThat(result.journal().tests())
                .filteredOn(test -> test.verdict() == Verdict.HARNESS_ERROR)
                .singleElement()
                .satisfies(test ->
                        assertThat(test.explanation()).contains("end of the environment", "the server does not end"));
        assertThat(result.journal().end().orElseThrow().problems()).contains("the server does not end");
        assertThat(result.junit().testEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .singleElement()
                .satisfies(thrown -> assertThat(thrown).hasMessageContaining("the server does not end"));
    }

    @UnitTier
    @UsesEnvironment
    static class LowTestCases {

        @Test
        void uses(Environment environment) {
            assertThat(EVENTS.add("low")).as(environment.name()).isTrue();
        }
    }

    @IntegrationTier
    @UsesEnvironment
    static class MiddleTestCases {

        @Test
        void uses(Environment environment) {
            assertThat(EVENTS.add("middle")).as(environment.name()).isTrue();
        }
    }

    @InfrastructureTier
    @UsesEnvironment
    static class HighTestCases {

        @Test
        void uses(Environment environment) {
            assertThat(EVENTS.add("high")).as(environment.name()).isTrue();
        }
    }

    /** Provides an environment of nothing but its own story. */
    public static final class CountedProvider implements EnvironmentProvider {

        /** Created by {@link java.util.ServiceLoader}. */
        public CountedProvider() {}

        @Override
        public String name() {
            return "embedded";
        }

        @Override
        public Environment start(HarnessConfig config) {
            EVENTS.add("start");
            return new CountedEnvironment();
        }
    }

    private record CountedEnvironment() implements EmptyEnvironment {

        @Override
        public Database database() {
            return new Database("127.0.0.1", 1, "none", "nobody", "", "disable");
        }

        @Override
        public ToxiproxyServer toxiproxy() {
            return new ToxiproxyServer("embedded", URI.create("http://127.0.0.1:1"), "counted");
        }

        @Override
        public DatabasePath openPath(String name) {
            throw new EnvironmentException("there are no paths here");
        }

        @Override
        public void close() {
            EVENTS.add("close");
            if (failsToClose) {
                throw new EnvironmentException("the server does not end");
            }
        }
    }
}
