package io.github.untilfixed.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.UsesEnvironment;
import io.github.untilfixed.config.HarnessConfig;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayName("An environment whose start ends with an error")
class BrokenStartTests {

    private static final AtomicInteger STARTS = new AtomicInteger();

    @Test
    void isStartedOnceAndEveryTestReportsTheSameReason() {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(TwoTestCases.class))
                .configurationParameter("untilfixed.environment", "containers")
                .execute()
                .testEvents();

        assertThat(tests.failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasStackTraceContaining("untilfixed.environment=containers cannot start")
                        .hasStackTraceContaining("no such class"));
        assertThat(STARTS).hasValue(1);
    }

    @UsesEnvironment
    static class TwoTestCases {

        @Test
        void usesIt(Environment environment) {
            assertThat(environment.name()).isNotEmpty();
        }

        @Test
        void usesItAgain(Environment environment) {
            assertThat(environment.name()).isNotEmpty();
        }
    }

    /** Provides nothing, as where a library is missing. */
    public static final class BrokenProvider implements EnvironmentProvider {

        /** Created by {@link java.util.ServiceLoader}. */
        public BrokenProvider() {}

        @Override
        public String name() {
            return "containers";
        }

        @Override
        public Environment start(HarnessConfig config) {
            STARTS.incrementAndGet();
            throw new NoClassDefFoundError("no such class");
        }
    }
}
