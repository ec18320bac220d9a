package io.github.untilfixed.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HollowBodiesTests {

    private final HollowBodies finder = new HollowBodies();

    static Stream<Method> hollow() {
        return methods(HollowBodyTestCases.Hollow.class).stream();
    }

    static Stream<Method> sound() {
        return Stream.of(HollowBodyTestCases.Sound.class, HollowBodyTestCases.Awaiting.class)
                .flatMap(type -> methods(type).stream());
    }

    @ParameterizedTest
    @MethodSource
    void hollow(Method test) {
        assertThat(finder.reason(test)).as(test.getName()).isPresent();
    }

    @ParameterizedTest
    @MethodSource
    void sound(Method test) {
        assertThat(finder.reason(test)).as(test.getName()).isEmpty();
    }

    @Test
    void isMeasuredOnEnoughBodies() {
        assertThat(hollow()).hasSizeGreaterThanOrEqualTo(20);
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.isAnnotationPresent(AfterEach.class))
                .toList();
    }
}
