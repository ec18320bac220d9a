package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.OnlyInvocations;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds {@link FailsUntilFixed} and {@link OnlyInvocations} on methods and classes, directly or on their annotations;
 * thread-safe.
 */
final class Annotations {

    /** What each annotation type carries, so that most look-ups are a single map access. */
    private final Map<Class<? extends Annotation>, Written> carried = new ConcurrentHashMap<>();

    private final Map<Class<?>, Optional<Written>> classes = new ConcurrentHashMap<>();

    /** Returns what is written nearest to the test: on the method, else on its class or the classes around it. */
    Optional<Written> find(List<Class<?>> classes, Optional<Method> method) {
        var onMethod = method.map(this::on).filter(Written::isExpectation);
        return onMethod.isPresent() ? onMethod : onClasses(classes);
    }

    /** Returns whether something is written on the method, its class or the classes around it. */
    boolean onAny(List<Class<?>> classes, Optional<Method> method) {
        return method.map(this::on).filter(Written::isAnything).isPresent()
                || onClasses(classes).isPresent();
    }

    private Optional<Written> onClasses(List<Class<?>> classes) {
        for (var each : classes) {
            var found = onClass(each);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Written> onClass(Class<?> testClass) {
        var known = classes.get(testClass);
        if (known == null) {
            known = searchClass(testClass);
            classes.put(testClass, known);
        }
        return known;
    }

    private Optional<Written> searchClass(Class<?> testClass) {
        for (Class<?> type = testClass; type != null && type != Object.class; type = type.getSuperclass()) {
            var found = on(type);
            if (found.isAnything()) {
                return Optional.of(found);
            }
            for (var implemented : type.getInterfaces()) {
                var above = onClass(implemented);
                if (above.isPresent()) {
                    return above;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what is written on the method or class itself. */
    Written on(AnnotatedElement element) {
        var found = Written.NOTHING;
        for (var annotation : element.getDeclaredAnnotations()) {
            found = found.or(Written.of(annotation)).or(carriedBy(annotation.annotationType()));
        }
        return found.at(element);
    }

    private Written carriedBy(Class<? extends Annotation> type) {
        var known = carried.get(type);
        if (known == null) {
            known = search(type, new HashSet<>());
            carried.put(type, known);
        }
        return known;
    }

    private static Written search(Class<? extends Annotation> type, Set<Class<? extends Annotation>> visited) {
        var found = Written.NOTHING;
        if (visited.add(type) && !type.getName().startsWith("java.lang.annotation")) {
            for (var annotation : type.getDeclaredAnnotations()) {
                found = found.or(Written.of(annotation)).or(search(annotation.annotationType(), visited));
            }
        }
        return found;
    }
}
