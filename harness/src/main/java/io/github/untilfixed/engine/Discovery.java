package io.github.untilfixed.engine;

import io.github.untilfixed.config.ConfigException;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.engine.launcher.PlainCopy;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Registry;
import io.github.untilfixed.incident.RegistryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.util.UnrecoverableExceptions;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** One discovery: configuration, registry, Jupiter's tests by tier, their expectations, and everything wrong with them. */
final class Discovery {

    static final String TIER_SEGMENT = "tier";
    static final String NO_TIER = "none";

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
        PlainCopy.mute();
        var registry = registry(config);
        var expectations = new Expectations(config, registry);
        var stages = stages(config);
        var expected = Expected.of(expectations, registryBroken() ? List.of() : Plan.Stage.tests(stages));
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

    private boolean registryBroken() {
        return !problems.isEmpty();
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
        var watch = new DiscoveryWatch(request.getDiscoveryListener(), request.getConfigurationParameters());
        var untiered = discover(jupiter, NO_TIER, watch);
        report(watch);
        var found = Descriptors.plannedBelow(untiered);
        var tiered = tiered(found);
        checkTiers(tiered);
        var present = EnumSet.noneOf(Tier.class);
        tiered.values().forEach(present::addAll);
        present.addAll(namedByUniqueId());

        var stages = new ArrayList<Plan.Stage>();
        if (config.tiers().size() == Tier.values().length) {
            remove(tiered.keySet(), untiered);
            addIfAny(stages, new Plan.Stage(Optional.empty(), untiered));
        }
        present.retainAll(config.tiers());
        for (var tier : present) {
            // What there is to say of the same tests has been said.
            var silent = new DiscoveryWatch(EngineDiscoveryListener.NOOP, request.getConfigurationParameters());
            var root = discover(jupiter, tier.tag(), silent);
            keep(root, tier);
            addIfAny(stages, new Plan.Stage(Optional.of(tier), root));
        }
        checkNotEmpty(config, found.size(), stages);
        return stages;
    }

    /** Returns the tiers of those tests that have any. */
    private static Map<TestDescriptor, List<Tier>> tiered(List<TestDescriptor> tests) {
        var tiered = new LinkedHashMap<TestDescriptor, List<Tier>>();
        for (var test : tests) {
            var tiers = Descriptors.tiers(test);
            if (!tiers.isEmpty()) {
                tiered.put(test, tiers);
            }
        }
        return tiered;
    }

    private TestDescriptor discover(TestEngine jupiter, String segment, DiscoveryWatch watch) {
        var id = rootId.append(TIER_SEGMENT, segment);
        var tierRequest = Requests.discovery(request, parameters(), watch, ids -> translate(ids, id));
        try {
            return jupiter.discover(tierRequest, id);
        } catch (Throwable failure) {
            UnrecoverableExceptions.rethrowIfUnrecoverable(failure);
            problems.add(new Problems(
                    "discovery", List.of("Jupiter could not find tests: " + failure), true, Optional.of(failure)));
            return new HarnessDescriptor(id, Optional.empty());
        }
    }

    /** Leaves out unique ids of other tiers, and turns those that plain Jupiter gave into ours. */
    private List<UniqueIdSelector> translate(List<UniqueIdSelector> selectors, UniqueId tierId) {
        return selectors.stream()
                .map(UniqueIdSelector::getUniqueId)
                .map(id -> isPlain(id) ? graft(id, tierId) : id)
                .filter(id -> id.hasPrefix(tierId))
                .map(DiscoverySelectors::selectUniqueId)
                .toList();
    }

    private static boolean isPlain(UniqueId id) {
        return id.getEngineId().filter(JupiterEngine.ID::equals).isPresent();
    }

    private static UniqueId graft(UniqueId plain, UniqueId tierId) {
        var grafted = tierId;
        for (var segment : plain.getSegments().subList(1, plain.getSegments().size())) {
            grafted = grafted.append(segment);
        }
        return grafted;
    }

    private List<Tier> namedByUniqueId() {
        return Stream.of(Tier.values())
                .filter(tier -> request.getSelectorsByType(UniqueIdSelector.class).stream()
                        .anyMatch(
                                selector -> selector.getUniqueId().hasPrefix(rootId.append(TIER_SEGMENT, tier.tag()))))
                .toList();
    }

    private static void keep(TestDescriptor root, Tier tier) {
        var others = Descriptors.plannedBelow(root).stream()
                .filter(test -> Descriptors.tiers(test).stream()
                        .findFirst()
                        .filter(tier::equals)
                        .isEmpty())
                .toList();
        remove(others, root);
    }

    private static void remove(Collection<TestDescriptor> tests, TestDescriptor root) {
        if (!tests.isEmpty()) {
            tests.forEach(TestDescriptor::removeFromHierarchy);
            root.accept(TestDescriptor::prune);
        }
    }

    private static void addIfAny(List<Plan.Stage> stages, Plan.Stage stage) {
        if (!stage.root().getChildren().isEmpty()) {
            stages.add(stage);
        }
    }

    private void report(DiscoveryWatch watch) {
        for (var failed : watch.failed()) {
            problems.add(new Problems(
                    "discovery", List.of(failed.what() + ": " + failed.cause()), false, Optional.of(failed.cause())));
        }
    }

    private void checkTiers(Map<TestDescriptor, List<Tier>> tiered) {
        var ambiguous = tiered.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "%s: is in more than one tier: %s; a test belongs to one"
                        .formatted(entry.getKey().getUniqueId(), entry.getValue()))
                .toList();
        if (!ambiguous.isEmpty()) {
            problems.add(Problems.of("tiers", ambiguous));
        }
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
