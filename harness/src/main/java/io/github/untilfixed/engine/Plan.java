package io.github.untilfixed.engine;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Registry;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;

/**
 * What was found and how it is to be run.
 *
 * @param config the configuration; with what could be read of it when it has problems
 * @param parameters what Jupiter is configured with
 * @param registry the incidents; none when the registry has problems
 * @param expectations how it is found out what a test is expected to do
 * @param expected what the tests are expected to do
 * @param stages Jupiter's roots in the order in which they run
 * @param problems what is wrong, in the order in which it is shown
 * @param partial whether single methods or invocations were selected, so that others of their class may be missing
 */
record Plan(
        HarnessConfig config,
        ConfigurationParameters parameters,
        Registry registry,
        Expectations expectations,
        Expected expected,
        List<Stage> stages,
        List<Problems> problems,
        boolean partial) {

    Plan {
        stages = List.copyOf(stages);
        problems = List.copyOf(problems);
    }

    boolean fatal() {
        return problems.stream().anyMatch(Problems::fatal);
    }

    /**
     * The tests of one tier, or those without a tier.
     *
     * @param tier empty for tests without a tier
     * @param root what Jupiter found for it
     */
    record Stage(Optional<Tier> tier, TestDescriptor root) {

        /** Returns the planned tests of several stages in their order. */
        static List<TestDescriptor> tests(List<Stage> stages) {
            return stages.stream()
                    .flatMap(stage -> Descriptors.plannedBelow(stage.root()).stream())
                    .toList();
        }
    }
}
