package io.github.untilfixed.engine;

import io.github.untilfixed.config.ConfigException;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.engine.launcher.PlainCopy;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Registry;
import io.github.untilfixed.incident.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** One discovery: configuration, registry, Jupiter's tests by tier, their expectations, and everything wrong with them. */
final class Discovery {

    private final EngineDiscoveryRequest request;
    private final UniqueId rootId;
    private final List<Problems> problems = new ArrayList<>();

    Discovery(EngineDiscoveryRequest request, UniqueId rootId) {
        this.request = request;
        this.rootId = rootId;
    }

    TestDescriptor discover() {
        var config = config();
        if (!config.enabled()) {
            return new HarnessDescriptor(rootId, Optional.empty());
        }
        PlainCopy.mute(rootId);
        Git.ask();
        var registry = registry(config);
        boolean readable = problems.isEmpty();
        var expectations = new Expectations(config, registry);
        var stages = stages(config);
        var expected = Expected.of(expectations, readable ? Plan.Stage.tests(stages) : List.of());
        checkExpectations(expectations);
        return tree(new Plan(config, parameters(), registry, expectations, expected, stages, problems, partial()));
    }

    private boolean partial() {
        return Stream.of(UniqueIdSelector.class, IterationSelector.class, MethodSelector.class)
                .anyMatch(type -> !request.getSelectorsByType(type).isEmpty());
    }

    private TestDescriptor tree(Plan plan) {
        var root = new HarnessDescriptor(rootId, Optional.of(plan));
        plan.stages().forEach(stage -> root.addChild(stage.root()));
        return root;
    }

    private HarnessConfig config() {
        var parameters = request.getConfigurationParameters();
        try {
            return HarnessConfig.load(parameters::get, parameters.keySet());
        } catch (ConfigException e) {
            problems.add(Problems.of("configuration", e.problems()));
            return e.config();
        }
    }

    private Registry registry(HarnessConfig config) {
        try {
            return Registry.load(config);
        } catch (RegistryException e) {
            problems.add(Problems.of("registry of incidents", e.problems()));
            return Registry.EMPTY;
        }
    }

    private JupiterParameters parameters() {
        return new JupiterParameters(request.getConfigurationParameters());
    }

    private List<Plan.Stage> stages(HarnessConfig config) {
        var jupiter = JupiterEngine.find();
        var misfit = JUnitVersions.of(jupiter).misfit();
        if (misfit.isPresent()) {
            problems.add(Problems.of("JUnit", misfit.stream().toList()));
            return List.of();
        }
        var search = new TierSearch(request, parameters(), rootId, jupiter);
        var stages = search.stages(config.tiers());
        problems.addAll(search.problems());
        checkNotEmpty(config, search.found(), stages);
        return stages;
    }

    private void checkNotEmpty(HarnessConfig config, int found, List<Plan.Stage> stages) {
        if (config.tiers().size() == Tier.values().length || found == 0) {
            return;
        }
        var empty = config.tiers().stream()
                .filter(tier -> stages.stream().noneMatch(stage -> stage.tier().equals(Optional.of(tier))))
                .sorted()
                .map(tier ->
                        "untilfixed.tier: %s selects none of the %d tests that were found; allowed: all, or tiers that have tests"
                                .formatted(tier.tag(), found))
                .toList();
        if (!empty.isEmpty()) {
            problems.add(Problems.of("tiers", empty));
        }
    }

    private void checkExpectations(Expectations expectations) {
        if (!expectations.problems().isEmpty()) {
            problems.add(Problems.of("expectations", expectations.problems()));
        }
    }
}
