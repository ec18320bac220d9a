package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Expectation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.engine.TestDescriptor;

/** Finds the containers whose tests all run only after the flip, so that their set-up does too and has the same limit. */
final class AfterTheFlip {

    private final Function<TestDescriptor, Expectation> expectation;
    private final Set<String> containers = new HashSet<>();

    AfterTheFlip(Function<TestDescriptor, Expectation> expectation) {
        this.expectation = expectation;
    }

    /** Returns their unique ids. */
    Set<String> containers() {
        return containers;
    }

    /** Looks at a node and those below it; returns whether all of its tests run only after the flip. */
    boolean add(TestDescriptor node) {
        if (Descriptors.planned(node)) {
            return expectation.apply(node).postFixOnly();
        }
        boolean all = !node.getChildren().isEmpty();
        for (var child : node.getChildren()) {
            all &= add(child);
        }
        if (all) {
            containers.add(node.getUniqueId().toString());
        }
        return all;
    }
}
