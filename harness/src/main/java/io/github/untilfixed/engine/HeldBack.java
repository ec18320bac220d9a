package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Expectation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.platform.engine.TestDescriptor;

/** Finds the tests that show something only after the flip, and the containers that have no others. */
final class HeldBack {

    private final Function<TestDescriptor, Expectation> expectation;
    private final Map<String, String> reasons = new HashMap<>();

    HeldBack(Function<TestDescriptor, Expectation> expectation) {
        this.expectation = expectation;
    }

    /** Returns why a node must not run, by its unique id. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** Looks at a node and those below it; returns whether all of it is held back. */
    boolean add(TestDescriptor node) {
        if (Descriptors.planned(node)) {
            return addPlanned(node);
        }
        boolean all = !node.getChildren().isEmpty();
        for (var child : node.getChildren()) {
            all &= add(child);
        }
        if (all) {
            reasons.put(node.getUniqueId().toString(), "all its tests run only after the flip");
        }
        return all;
    }

    private boolean addPlanned(TestDescriptor test) {
        var expected = expectation.apply(test);
        if (!expected.heldBackUntilFixed()) {
            return false;
        }
        reasons.put(
                test.getUniqueId().toString(),
                "runs only after the flip of incident " + String.join(",", expected.incidentIds()));
        return true;
    }
}
