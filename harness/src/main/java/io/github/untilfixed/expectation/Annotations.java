package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds {@link FailsUntilFixed} on methods and classes, directly or on their annotations; thread-safe. */
final class Annotations {

    /** What each annotation type carries, so that most look-ups are a single map access. */
    private final Map<Class<? extends Annotation>, Optional<FailsUntilFixed>> carried = new ConcurrentHashMap<>();

    /** Returns what is written nearest to the test: on the method, else on its class or the classes around it. */
    Optional<Declared> find(Class<?> testClass, @Nullable Method method) {
        if (method != null) {
            var onMethod = on(method);
            if (onMethod.isPresent()) {
                return onMethod.map(
                        found -> Declared.of(found, method.getDeclaringClass().getName() + "#" + method.getName()));
            }
        }
        return onClass(testClass);
    }

    private Optional<Declared> onClass(Class<?> testClass) {
        for (Class<?> type = testClass; type != null && type != Object.class; type = type.getSuperclass()) {
            var found = on(type);
            if (found.isPresent()) {
                return Optional.of(Declared.of(found.get(), type.getName()));
            }
            for (var implemented : type.getInterfaces()) {
                var above = onClass(implemented);
                if (above.isPresent()) {
                    return above;
                }
            }
        }
        var enclosing = testClass.getEnclosingClass();
        return enclosing == null ? Optional.empty() : onClass(enclosing);
    }

    private Optional<FailsUntilFixed> on(AnnotatedElement element) {
        for (var annotation : element.getDeclaredAnnotations()) {
            if (annotation instanceof FailsUntilFixed direct) {
                return Optional.of(direct);
            }
            var meta = carriedBy(annotation.annotationType());
            if (meta.isPresent()) {
                return meta;
            }
        }
        return Optional.empty();
    }

    private Optional<FailsUntilFixed> carriedBy(Class<? extends Annotation> type) {
        var known = carried.get(type);
        if (known == null) {
            known = search(type, new HashSet<>());
            carried.put(type, known);
        }
        return known;
    }

    private static Optional<FailsUntilFixed> search(
            Class<? extends Annotation> type, Set<Class<? extends Annotation>> visited) {
        if (!visited.add(type) || type.getName().startsWith("java.lang.annotation")) {
            return Optional.empty();
        }
        for (var annotation : type.getDeclaredAnnotations()) {
            if (annotation instanceof FailsUntilFixed direct) {
                return Optional.of(direct);
            }
            var deeper = search(annotation.annotationType(), visited);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
