package io.github.untilfixed.engine;

import io.github.untilfixed.engine.inside.Hearing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * Which tests of a stage still have to come and which nodes are under way. A test leaves the list once, by starting or by
 * getting its verdict without, so that it gets one verdict however many threads speak of it. Thread-safe.
 */
final class Docket {

    private static final Object PENDING = new Object();

    /** Holds {@link #PENDING} or, once the test has started, its {@link Hearing}. */
    private final Map<TestDescriptor, Object> tests = new ConcurrentHashMap<>();

    private final Map<TestDescriptor, Hearing> containers = new ConcurrentHashMap<>();
    private final Set<TestDescriptor> templates = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Lists what is planned in the stage. */
    Docket(TestDescriptor stage) {
        addPlanned(stage);
    }

    /** Lists what appeared while the tests ran; a template that has produced something is no longer owed a verdict. */
    boolean add(TestDescriptor appeared) {
        if (closed) {
            return false;
        }
        appeared.getParent().ifPresent(templates::remove);
        addPlanned(appeared);
        return true;
    }

    private void addPlanned(TestDescriptor top) {
        for (var planned : Descriptors.plannedBelow(top)) {
            if (planned.isTest()) {
                tests.put(planned, PENDING);
            } else {
                templates.add(planned);
            }
        }
    }

    /** Notes that a node has started; false for a test that already has its verdict, and when the run was broken off. */
    boolean start(TestDescriptor node, Hearing hearing) {
        if (node.isTest()) {
            return tests.replace(node, PENDING, hearing);
        }
        if (!closed) {
            containers.put(node, hearing);
        }
        return !closed;
    }

    /** Ends what has started; null when it has not, or has ended. */
    @Nullable
    Hearing end(TestDescriptor node) {
        var hearing = hearing(node);
        boolean ended =
                hearing != null && (node.isTest() ? tests.remove(node, hearing) : containers.remove(node, hearing));
        return ended ? hearing : null;
    }

    /** Returns what is under way; null when the node is not. */
    @Nullable
    Hearing hearing(TestDescriptor node) {
        if (!node.isTest()) {
            return containers.get(node);
        }
        return tests.get(node) instanceof Hearing hearing ? hearing : null;
    }

    /** Takes a test off the list that gets its verdict without having started; false when it is no longer there. */
    boolean settle(TestDescriptor test) {
        return test.isTest() ? tests.remove(test, PENDING) : templates.remove(test);
    }

    /** Returns whether it has neither started nor got a verdict; a template that has produced something owes none. */
    boolean isPending(TestDescriptor node) {
        return node.isTest() ? tests.get(node) == PENDING : templates.contains(node);
    }

    /** Returns what is pending at a node and below it. */
    List<TestDescriptor> pendingBelow(TestDescriptor top) {
        if (tests.isEmpty() && templates.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<TestDescriptor>();
        top.accept(node -> {
            if (isPending(node)) {
                found.add(node);
            }
        });
        return found;
    }

    /** Lets nothing start or appear any more. */
    void close() {
        closed = true;
    }

    /** Returns the tests that are under way. */
    List<TestDescriptor> openTests() {
        return tests.keySet().stream().filter(test -> hearing(test) != null).toList();
    }

    /** Returns the containers that are under way, each before those around it. */
    List<TestDescriptor> openContainers() {
        return containers.keySet().stream()
                .sorted(Comparator.comparingInt((TestDescriptor each) ->
                                each.getUniqueId().getSegments().size())
                        .reversed())
                .toList();
    }
}
