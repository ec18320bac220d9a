package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.verdict.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.platform.engine.TestDescriptor;

/**
 * Finds the tests that are not to run: those that show something only after the flip, those of an incident whose probe
 * shows it, and the containers that have no others.
 */
final class HeldBack {

    private final Function<TestDescriptor, Expectation> expectation;
    private final Predicate<TestDescriptor> limited;
    private final Map<String, String> blocked;
    private final Map<String, Outcome.NotRun> reasons = new HashMap<>();

    /**
     * Creates the search.
     *
     * @param limited whether what is expected of a template holds for some of its tests only; the others run
     * @param blocked why tests of an incident need not run, by its id
     */
    HeldBack(
            Function<TestDescriptor, Expectation> expectation,
            Predicate<TestDescriptor> limited,
            Map<String, String> blocked) {
        this.expectation = expectation;
        this.limited = limited;
        this.blocked = blocked;
    }

    /** Returns why a node must not run, by its unique id. */
    Map<String, Outcome.NotRun> reasons() {
        return reasons;
    }

    /** Looks at a node and those below it; returns why all of it is held back. */
    Optional<Outcome.NotRun> add(TestDescriptor node) {
        var reason = Descriptors.planned(node) ? ofTest(node) : ofContainer(node);
        reason.ifPresent(each -> reasons.put(node.getUniqueId().toString(), each));
        return reason;
    }

    private Optional<Outcome.NotRun> ofContainer(TestDescriptor container) {
        Optional<Outcome.NotRun> common = Optional.empty();
        boolean all = true;
        for (var child : container.getChildren()) {
            var reason = add(child);
            all &= reason.isPresent();
            common = common.or(() -> reason);
        }
        // Jupiter asks no condition for its root.
        return all && container.getParent().flatMap(TestDescriptor::getParent).isPresent() ? common : Optional.empty();
    }

    private Optional<Outcome.NotRun> ofTest(TestDescriptor test) {
        var expected = expectation.apply(test);
        return expected.blockers().isEmpty() || limited.test(test) ? Optional.empty() : reason(expected);
    }

    /** Returns why a test of that expectation must not run. */
    Optional<Outcome.NotRun> reason(Expectation expected) {
        if (expected.heldBackUntilFixed()) {
            var ids = String.join(",", expected.incidentIds());
            return Optional.of(
                    new Outcome.NotRun("runs only after the flip of incident " + ids, false, Optional.empty()));
        }
        return expected.incidentIds().stream()
                .filter(blocked::containsKey)
                .findFirst()
                .map(id -> new Outcome.NotRun(blocked.getOrDefault(id, ""), true, Optional.of(id)));
    }
}
