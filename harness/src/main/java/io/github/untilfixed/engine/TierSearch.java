package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.commons.util.UnrecoverableExceptions;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * Has Jupiter find the tests of each tier, below a root of that tier. A class with tests of another tier than the one in
 * which it was searched is searched again there, as no test can be moved below another root.
 */
final class TierSearch {

    private static final String SEGMENT = "tier";
    private static final String NO_TIER = "none";

    /** Tests without a tier come first. */
    private static final Comparator<Optional<Tier>> ORDER =
            Comparator.comparingInt(tier -> tier.map(Tier::ordinal).orElse(-1));

    private final EngineDiscoveryRequest request;
    private final JupiterParameters parameters;
    private final UniqueId rootId;
    private final TestEngine jupiter;
    private final Requested requested;
    private final Map<Optional<Tier>, TestDescriptor> roots = new TreeMap<>(ORDER);
    private final List<Problems> problems = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();
    private int found;

    TierSearch(EngineDiscoveryRequest request, JupiterParameters parameters, UniqueId rootId, TestEngine jupiter) {
        this.request = request;
        this.parameters = parameters;
        this.rootId = rootId;
        this.jupiter = jupiter;
        this.requested = new Requested(request.getSelectorsByType(DiscoverySelector.class));
    }

    /**
     * Searches; called once.
     *
     * @param wanted the tiers that are to run; all of them means tests without a tier as well
     * @return the stages that have tests, in the order in which they run
     */
    List<Plan.Stage> stages(Set<Tier> wanted) {
        var first = requested.byTier();
        first.forEach(this::searchFirst);
        var elsewhere = elsewhere();
        namedByUniqueId().forEach(tier -> elsewhere.putIfAbsent(tier, Set.of()));
        elsewhere.forEach((tier, classes) -> {
            if (isWanted(tier, wanted)) {
                searchAgain(tier, requested.with(first.getOrDefault(tier, List.of()), classes));
            }
        });
        if (!elsewhere.isEmpty()) {
            roots.forEach(TierSearch::keep);
        }
        return roots.entrySet().stream()
                .filter(entry -> isWanted(entry.getKey(), wanted))
                .filter(entry -> !entry.getValue().getChildren().isEmpty())
                .map(entry -> new Plan.Stage(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns what was wrong: what Jupiter could not find, and tests that are in more than one tier. */
    List<Problems> problems() {
        var all = new ArrayList<>(problems);
        if (!ambiguous.isEmpty()) {
            all.add(Problems.of("tiers", ambiguous));
        }
        return all;
    }

    /** Returns how many tests there are in all tiers, wanted or not. */
    int found() {
        return found;
    }

    private static boolean isWanted(Optional<Tier> tier, Set<Tier> wanted) {
        return tier.map(wanted::contains).orElse(wanted.size() == Tier.values().length);
    }

    private void searchFirst(Optional<Tier> tier, List<DiscoverySelector> selectors) {
        var watch = new DiscoveryWatch(request.getDiscoveryListener(), request.getConfigurationParameters());
        roots.put(tier, search(tier, selectors, watch));
        for (var failed : watch.failed()) {
            problems.add(new Problems(
                    "discovery", List.of(failed.what() + ": " + failed.cause()), false, Optional.of(failed.cause())));
        }
    }

    /** What there is to say of the same classes has been said. */
    private void searchAgain(Optional<Tier> tier, List<DiscoverySelector> selectors) {
        var silent = new DiscoveryWatch(EngineDiscoveryListener.NOOP, request.getConfigurationParameters());
        roots.put(tier, search(tier, selectors, silent));
    }

    private TestDescriptor search(Optional<Tier> tier, List<DiscoverySelector> selectors, DiscoveryWatch watch) {
        var id = id(tier);
        var inTier = selectors.stream()
                .flatMap(selector -> translate(selector, id).stream())
                .toList();
        try {
            return jupiter.discover(Requests.discovery(request, parameters, watch, inTier), id);
        } catch (Throwable failure) {
            UnrecoverableExceptions.rethrowIfUnrecoverable(failure);
            problems.add(new Problems(
                    "discovery", List.of("Jupiter could not find tests: " + failure), true, Optional.of(failure)));
            return new HarnessDescriptor(id, Optional.empty());
        }
    }

    private UniqueId id(Optional<Tier> tier) {
        return rootId.append(SEGMENT, tier.map(Tier::tag).orElse(NO_TIER));
    }

    /** Leaves out unique ids of other tiers, and turns those that plain Jupiter gave into ours. */
    private static Optional<DiscoverySelector> translate(DiscoverySelector selector, UniqueId tierId) {
        if (!(selector instanceof UniqueIdSelector chosen)) {
            return Optional.of(selector);
        }
        var id = isPlain(chosen.getUniqueId()) ? graft(chosen.getUniqueId(), tierId) : chosen.getUniqueId();
        return id.hasPrefix(tierId) ? Optional.of(DiscoverySelectors.selectUniqueId(id)) : Optional.empty();
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

    private List<Optional<Tier>> namedByUniqueId() {
        var ids = request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(UniqueIdSelector::getUniqueId)
                .toList();
        return Stream.of(Tier.values())
                .map(Optional::of)
                .filter(tier -> ids.stream().anyMatch(id -> id.hasPrefix(id(tier))))
                .toList();
    }

    /** Returns which classes have tests of a tier in which they were not searched. */
    private Map<Optional<Tier>, Set<TestDescriptor>> elsewhere() {
        var elsewhere = new TreeMap<Optional<Tier>, Set<TestDescriptor>>(ORDER);
        roots.forEach((searched, root) -> root.getChildren().forEach(type -> {
            for (var test : Descriptors.plannedBelow(type)) {
                var tier = count(test);
                if (!tier.equals(searched)) {
                    elsewhere
                            .computeIfAbsent(tier, each -> new LinkedHashSet<>())
                            .add(type);
                }
            }
        }));
        return elsewhere;
    }

    private Optional<Tier> count(TestDescriptor test) {
        found++;
        var tiers = Descriptors.tiers(test);
        if (tiers.size() > 1) {
            ambiguous.add("%s: is in more than one tier: %s; a test belongs to one".formatted(name(test), tiers));
        }
        return tiers.stream().findFirst();
    }

    private static String name(TestDescriptor test) {
        return Descriptors.methodSource(test)
                .map(method -> method.getClassName() + "#" + method.getMethodName())
                .orElseGet(() -> test.getUniqueId().toString());
    }

    private static void keep(Optional<Tier> tier, TestDescriptor root) {
        var others = Descriptors.plannedBelow(root).stream()
                .filter(test -> !Descriptors.tiers(test).stream().findFirst().equals(tier))
                .toList();
        if (!others.isEmpty()) {
            others.forEach(TestDescriptor::removeFromHierarchy);
            removeEmpty(root);
        }
    }

    /** Pruning is the launcher's, after its filters: a parameterized class that is pruned hides its tests from them. */
    private static void removeEmpty(TestDescriptor node) {
        List.copyOf(node.getChildren()).forEach(TierSearch::removeEmpty);
        if (!node.isRoot()
                && !node.isTest()
                && !node.mayRegisterTests()
                && node.getChildren().isEmpty()) {
            node.removeFromHierarchy();
        }
    }
}
