package io.github.untilfixed.engine;

import io.github.untilfixed.FailsUntilFixed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds expectations on methods that are no tests, such as a set-up method or one whose {@code @Test} was forgotten. */
final class Misplaced {

    private Misplaced() {}

    /** Returns a sentence for each such method of the classes and of those that they extend. */
    static List<String> expectations(Collection<Class<?>> classes) {
        return classes.stream()
                .flatMap(Misplaced::withSuperclasses)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(Misplaced::isMisplaced)
                .map(method -> "%s.%s: @%s has no effect, as the method is no test; put it on the tests or on the class"
                        .formatted(
                                method.getDeclaringClass().getName(),
                                method.getName(),
                                FailsUntilFixed.class.getSimpleName()))
                .sorted()
                .toList();
    }

    private static Stream<Class<?>> withSuperclasses(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass);
    }

    private static boolean isMisplaced(Method method) {
        // Most methods of a test class are plain tests, and asking for meta-annotations takes time.
        return method.getDeclaredAnnotations().length > 0
                && !method.isAnnotationPresent(Test.class)
                && AnnotationSupport.isAnnotated(method, FailsUntilFixed.class)
                && !AnnotationSupport.isAnnotated(method, Testable.class);
    }
}
