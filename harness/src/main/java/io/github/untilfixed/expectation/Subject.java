package io.github.untilfixed.expectation;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The test that an expectation is looked up for.
 *
 * @param testClass the class that the test was found in
 * @param method null for a whole class
 * @param tags its JUnit tags and those of its class
 * @param invocation which invocation of a template it is; empty for a test that is no template, and for a whole template
 */
public record Subject(Class<?> testClass, @Nullable Method method, Set<String> tags, Optional<Invocation> invocation) {

    /**
     * One invocation of a template.
     *
     * @param index counted from 1
     * @param displayName what JUnit shows
     * @param arguments the arguments, or empty when its body was not entered
     */
    public record Invocation(int index, String displayName, List<@Nullable Object> arguments) {}
}
