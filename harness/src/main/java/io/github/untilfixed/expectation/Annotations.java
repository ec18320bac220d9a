package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.OnlyInvocations;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds {@link FailsUntilFixed} on methods and classes, directly or on their annotations; thread-safe. */
final class Annotations {

    /** What each annotation type carries, so that most look-ups are a single map access. */
    private final Map<Class<? extends Annotation>, Optional<FailsUntilFixed>> carried = new ConcurrentHashMap<>();

    private final Map<Class<?>, Optional<Declared>> classes = new ConcurrentHashMap<>();

    /** Returns whether something is written on the method, its class or the classes around it. */
    boolean onAny(Class<?> testClass, Optional<Method> method) {
        return method.flatMap(this::on).isPresent() || onClass(testClass).isPresent();
    }

    /** Returns what is written nearest to the test: on the method, else on its class or the classes around it. */
    Optional<Declared> find(Subject subject) {
        var method = subject.method();
        if (method != null) {
            var onMethod = on(method);
            if (onMethod.isPresent()) {
                var where = method.getDeclaringClass().getName() + "#" + method.getName();
                return onMethod.filter(found -> concerns(method.getAnnotation(OnlyInvocations.class), subject))
                        .map(found -> Declared.of(found, where));
            }
        }
        return onClass(subject.testClass());
    }

    private static boolean concerns(@org.jspecify.annotations.Nullable OnlyInvocations limit, Subject subject) {
        return limit == null
                || subject.invocation()
                        .map(invocation -> InvocationLimit.allows(limit, invocation))
                        .orElse(true);
    }

    private Optional<Declared> onClass(Class<?> testClass) {
        var known = classes.get(testClass);
        if (known == null) {
            known = searchClass(testClass);
            classes.put(testClass, known);
        }
        return known;
    }

    private Optional<Declared> searchClass(Class<?> testClass) {
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
