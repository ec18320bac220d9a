package io.github.untilfixed.engine;

import io.github.untilfixed.engine.inside.Hearing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
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
    private final Map<TestDescriptor, Object> tests;

    /** What appeared while the tests ran and has not started; Jupiter makes invocations no children of their template. */
    private final Set<TestDescriptor> appeared = Collections.synchronizedSet(new LinkedHashSet<>());

    private final Map<TestDescriptor, Hearing> containers = new ConcurrentHashMap<>();
    private final Set<TestDescriptor> templates = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Lists what is planned in the stage. */
    Docket(TestDescriptor stage) {
        var planned = Descriptors.plannedBelow(stage);
        tests = new ConcurrentHashMap<>(planned.size());
        addAll(planned);
    }

    /** Lists what appeared while the tests ran; a template that has produced something is no longer owed a verdict. */
    boolean add(TestDescriptor node) {
        if (closed) {
            return false;
        }
        node.getParent().ifPresent(this::settle);
        var planned = Descriptors.plannedBelow(node);
        addAll(planned);
        appeared.addAll(planned);
        return true;
    }

    private void addAll(List<TestDescriptor> all) {
        for (var planned : all) {
            if (planned.isTest()) {
                tests.put(planned, PENDING);
            } else {
                templates.add(planned);
            }
        }
    }

    /** Notes that a node has started; false for a test that already has its verdict, and when the run has ended. */
    boolean start(TestDescriptor node, Hearing hearing) {
        if (closed) {
            return false;
        }
        if (!node.isTest()) {
            containers.put(node, hearing);
            return true;
        }
        appeared.remove(node);
        return tests.replace(node, PENDING, hearing);
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
        appeared.remove(test);
        return test.isTest() ? tests.remove(test, PENDING) : templates.remove(test);
    }

    /** Returns whether it has neither started nor got a verdict; a template that has produced something owes none. */
    boolean isPending(TestDescriptor node) {
        return node.isTest() ? tests.get(node) == PENDING : templates.contains(node);
    }

    /**
     * Returns what is pending at a node and below it, without the invocations that Jupiter has forked: those run even when
     * their template has failed, and are no children of it.
     */
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

    /** Returns all that is pending in a stage that has ended, forked or not. */
    List<TestDescriptor> pending(TestDescriptor stage) {
        var found = new LinkedHashSet<>(pendingBelow(stage));
        synchronized (appeared) {
            appeared.stream().filter(this::isPending).forEach(found::add);
        }
        return List.copyOf(found);
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
