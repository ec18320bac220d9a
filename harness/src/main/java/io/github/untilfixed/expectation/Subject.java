package io.github.untilfixed.expectation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The test that an expectation is looked up for.
 *
 * @param classes the class that the test was found in and those around it, the nearest first, at least one; a nested class
 *     that was inherited is run for a class that is not around it in the source
 * @param method null for a whole class
 * @param tags its JUnit tags and those of its class
 * @param invocation which invocation of a template it is; empty for a test that is no template, and for a whole template
 * @param classInvocations which invocations of parameterized classes it is in, by class
 * @param whole whether its invocations are still to come
 */
public record Subject(
        List<Class<?>> classes,
        @Nullable Method method,
        Set<String> tags,
        Optional<Invocation> invocation,
        Map<Class<?>, Invocation> classInvocations,
        boolean whole) {

    /** Copies list and map. */
    public Subject {
        classes = List.copyOf(classes);
        classInvocations = Map.copyOf(classInvocations);
    }

    /** Creates a test that is in no parameterized class; without an invocation it stands for all that may come. */
    public Subject(List<Class<?>> classes, @Nullable Method method, Set<String> tags, Optional<Invocation> invocation) {
        this(classes, method, tags, invocation, Map.of(), invocation.isEmpty());
    }

    /** Returns the classes that a test is run for, the nearest first, with those that the last is in by its source. */
    public static List<Class<?>> withEnclosing(List<Class<?>> classes) {
        var all = new ArrayList<>(classes);
        var outermost = classes.isEmpty() ? null : classes.get(classes.size() - 1);
        for (var each = outermost; each != null; each = each.getEnclosingClass()) {
            if (each != outermost) {
                all.add(each);
            }
        }
        return all;
    }

    /** Returns the class that the test was found in. */
    public Class<?> testClass() {
        return classes.get(0);
    }

    /** Returns whether it is known which invocation it is. */
    boolean isInvocation() {
        return invocation.isPresent() || !classInvocations.isEmpty();
    }

    /** Returns the invocation of the class, or of one derived from it, that the test is in. */
    Optional<Invocation> invocationOf(Class<?> type) {
        return classInvocations.entrySet().stream()
                .filter(entry -> type.isAssignableFrom(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the test's own invocation, or else that of its class. */
    Optional<Invocation> nearestInvocation() {
        return invocation.or(() -> invocationOf(testClass()));
    }

    /**
     * One invocation of a template or of a parameterized class.
     *
     * @param index counted from 1
     * @param displayName what JUnit shows
     * @param arguments the arguments; empty for a class, and when the body was not entered
     */
    public record Invocation(int index, String displayName, List<@Nullable Object> arguments) {}
}
