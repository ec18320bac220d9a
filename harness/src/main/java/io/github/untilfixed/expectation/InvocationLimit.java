package io.github.untilfixed.expectation;

import io.github.untilfixed.InvocationPredicate;
import io.github.untilfixed.OnlyInvocations;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Decides whether an invocation is one of those that {@link OnlyInvocations} picks. */
final class InvocationLimit {

    private InvocationLimit() {}

    static boolean allows(OnlyInvocations limit, Subject.Invocation invocation) {
        boolean index =
                limit.index().length == 0 || Arrays.stream(limit.index()).anyMatch(each -> each == invocation.index());
        return index
                && Pattern.compile(limit.displayName())
                        .matcher(invocation.displayName())
                        .find()
                && predicate(limit.matching())
                        .test(invocation.index(), invocation.displayName(), invocation.arguments());
    }

    private static InvocationPredicate predicate(Class<? extends InvocationPredicate> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " must be public with a public constructor without parameters", e);
        }
    }
}
