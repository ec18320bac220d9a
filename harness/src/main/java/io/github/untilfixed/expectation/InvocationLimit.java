package io.github.untilfixed.expectation;

import io.github.untilfixed.InvocationPredicate;
import io.github.untilfixed.OnlyInvocations;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;

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

    /** Returns why what is written picks nothing, or cannot be asked. */
    static List<String> problems(Written written) {
        var problems = new ArrayList<String>();
        written.limit().ifPresent(limit -> {
            if (!written.isExpectation()) {
                problems.add("has no effect without @FailsUntilFixed beside it");
            } else if (written.postFixOnly()) {
                problems.add("cannot be combined with runs = POST_FIX_ONLY, which holds for all invocations");
            }
            if (!hasInvocations(written.element())) {
                problems.add("has no effect: this is no template, factory or parameterized class");
            }
            check(limit, problems);
        });
        return problems.stream()
                .map(problem -> written.where() + ": @OnlyInvocations " + problem)
                .toList();
    }

    private static void check(OnlyInvocations limit, List<String> problems) {
        Arrays.stream(limit.index())
                .filter(index -> index < 1)
                .forEach(index -> problems.add("index " + index + " picks nothing: they are counted from 1"));
        try {
            Pattern.compile(limit.displayName());
        } catch (PatternSyntaxException e) {
            problems.add("displayName '" + limit.displayName() + "' is no regular expression: " + e.getDescription());
        }
        try {
            predicate(limit.matching());
        } catch (IllegalArgumentException e) {
            problems.add("matching: " + e.getMessage());
        }
    }

    private static boolean hasInvocations(@org.jspecify.annotations.Nullable AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, TestTemplate.class)
                || AnnotationSupport.isAnnotated(element, TestFactory.class)
                || AnnotationSupport.isAnnotated(element, ClassTemplate.class);
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
