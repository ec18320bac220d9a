package io.github.untilfixed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks invocations of a template; has a public constructor without parameters. */
@FunctionalInterface
public interface InvocationPredicate {

    /**
     * Returns whether the invocation is one of those.
     *
     * @param index counted from 1
     * @param displayName what JUnit shows
     * @param arguments the arguments of the method; empty when the invocation failed before its body was entered, and
     *     for a parameterized class
     */
    boolean test(int index, String displayName, List<@Nullable Object> arguments);

    /** Picks every invocation. */
    final class Any implements InvocationPredicate {

        /** Created by the harness. */
        public Any() {}

        @Override
        public boolean test(int index, String displayName, List<@Nullable Object> arguments) {
            return true;
        }
    }
}
