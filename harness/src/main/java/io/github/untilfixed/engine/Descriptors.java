package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Subject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** What test descriptors say about the tests behind them. */
final class Descriptors {

    private static final String CLASS_INVOCATION = "class-template-invocation";
    private static final Set<String> DYNAMIC = Set.of("dynamic-test", "dynamic-container");
    private static final Set<String> APPEARING = Set.of(
            "test-template-invocation", "dynamic-test", "dynamic-container", CLASS_INVOCATION, SyntheticTest.SEGMENT);

    private Descriptors() {}

    /** Returns whether a verdict is owed for it: a test, or a template whose tests are not known yet. */
    static boolean planned(TestDescriptor descriptor) {
        return descriptor.isTest() || unexpanded(descriptor);
    }

    /** Returns whether it is a template or factory that has not produced anything. */
    static boolean unexpanded(TestDescriptor descriptor) {
        return !descriptor.isTest()
                && descriptor.mayRegisterTests()
                && descriptor.getChildren().isEmpty();
    }

    /** Returns what a verdict is owed for, at the descriptor and below it. */
    static List<TestDescriptor> plannedBelow(TestDescriptor top) {
        var found = new ArrayList<TestDescriptor>();
        collectPlanned(top, found);
        return found;
    }

    private static void collectPlanned(TestDescriptor descriptor, List<TestDescriptor> into) {
        if (planned(descriptor)) {
            into.add(descriptor);
            return;
        }
        for (var child : descriptor.getChildren()) {
            collectPlanned(child, into);
        }
    }

    /** Returns the parameterized classes that a test is in. */
    static List<TestDescriptor> classTemplates(TestDescriptor test) {
        var templates = new ArrayList<TestDescriptor>();
        for (var each = test.getParent(); each.isPresent(); each = each.get().getParent()) {
            if (type(each.get()).endsWith("class-template")) {
                templates.add(each.get());
            }
        }
        return templates;
    }

    /** Returns whether it came to be only while its template, factory or class template ran. */
    static boolean appearedLater(TestDescriptor descriptor) {
        for (var segment : descriptor.getUniqueId().getSegments()) {
            if (APPEARING.contains(segment.getType())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the unique id as text. JUnit keeps the text of each id that it is asked for, so this asks only for those of
     * containers: a run of many tests would else hold all of them.
     */
    static String id(TestDescriptor descriptor) {
        var id = descriptor.getUniqueId();
        var parent = descriptor.getParent().map(TestDescriptor::getUniqueId).orElse(null);
        var last = id.getLastSegment();
        if (parent == null
                || parent.getSegments().size() + 1 != id.getSegments().size()
                || !isPlain(last.getType())
                || !isPlain(last.getValue())) {
            return id.toString();
        }
        return parent + "/[" + last.getType() + ":" + last.getValue() + "]";
    }

    /** Everything else JUnit may write in another way. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "()#_-.$,".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** Returns the tiers that its tags and those of its class name. */
    static List<Tier> tiers(TestDescriptor descriptor) {
        var tags = descriptor.getTags();
        if (tags.isEmpty()) {
            return List.of();
        }
        return tags.stream()
                .map(TestTag::getName)
                .map(Tier::of)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Returns the method of a test, or of the template or factory that it comes from. */
    static Optional<Method> method(TestDescriptor descriptor) {
        return methodSource(descriptor).map(MethodSource::getJavaMethod);
    }

    static Optional<MethodSource> methodSource(TestDescriptor descriptor) {
        for (var each = Optional.of(descriptor);
                each.isPresent();
                each = each.get().getParent()) {
            if (source(each.get()) instanceof MethodSource source) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    /** Returns where a node is written; a dynamic one may name any place that its factory thought of. */
    static @Nullable TestSource source(TestDescriptor node) {
        var source = node.getSource().orElse(null);
        return source == null || DYNAMIC.contains(type(node)) ? null : source;
    }

    private static String type(TestDescriptor node) {
        return node.getUniqueId().getLastSegment().getType();
    }

    /** Returns the class that the test was found in. */
    static Optional<Class<?>> testClass(TestDescriptor descriptor) {
        return testClasses(descriptor).stream().findFirst();
    }

    /** Returns the class that the test was found in and those around it that it is run for, the nearest first. */
    static List<Class<?>> testClasses(TestDescriptor descriptor) {
        var classes = new ArrayList<Class<?>>(2);
        for (var each = Optional.of(descriptor);
                each.isPresent();
                each = each.get().getParent()) {
            if (source(each.get()) instanceof ClassSource found && !classes.contains(found.getJavaClass())) {
                classes.add(found.getJavaClass());
            }
        }
        return Subject.withEnclosing(classes);
    }

    /** Returns the test as expectations know it; empty for what belongs to no class. */
    static Optional<Subject> subject(TestDescriptor descriptor, List<@Nullable Object> arguments) {
        var classes = testClasses(descriptor);
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Subject(
                        classes,
                        method(descriptor).orElse(null),
                        tags(descriptor),
                        index(descriptor)
                                .map(index -> new Subject.Invocation(index, descriptor.getDisplayName(), arguments)),
                        classInvocations(descriptor),
                        !descriptor.isTest()));
    }

    private static Map<Class<?>, Subject.Invocation> classInvocations(TestDescriptor descriptor) {
        var invocations = new HashMap<Class<?>, Subject.Invocation>();
        for (var each = Optional.of(descriptor);
                each.isPresent();
                each = each.get().getParent()) {
            var node = each.get();
            if (type(node).equals(CLASS_INVOCATION)) {
                testClass(node)
                        .ifPresent(type -> index(node)
                                .ifPresent(index -> invocations.put(
                                        type, new Subject.Invocation(index, node.getDisplayName(), List.of()))));
            }
        }
        return invocations;
    }

    private static Set<String> tags(TestDescriptor descriptor) {
        var tags = descriptor.getTags();
        return tags.isEmpty() ? Set.of() : tags.stream().map(TestTag::getName).collect(Collectors.toSet());
    }

    /** Returns which invocation of its template or factory it is. */
    private static Optional<Integer> index(TestDescriptor descriptor) {
        var last = descriptor.getUniqueId().getLastSegment();
        // A method of another language may be called like that, too.
        return APPEARING.contains(last.getType()) && last.getValue().startsWith("#")
                ? Optional.of(Integer.valueOf(last.getValue().substring(1)))
                : Optional.empty();
    }
}
