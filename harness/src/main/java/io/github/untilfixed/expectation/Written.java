package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.OnlyInvocations;
import io.github.untilfixed.Runs;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a method or class.
 *
 * @param expectation what it is expected to do
 * @param limit the invocations that this holds for
 * @param element where it is written; null while that does not matter
 */
record Written(
        Optional<FailsUntilFixed> expectation,
        Optional<OnlyInvocations> limit,
        @Nullable AnnotatedElement element) {

    static final Written NOTHING = new Written(Optional.empty(), Optional.empty(), null);

    /** Returns what an annotation itself says; nothing when it is not one of ours. */
    static Written of(Annotation annotation) {
        if (annotation instanceof FailsUntilFixed expectation) {
            return new Written(Optional.of(expectation), Optional.empty(), null);
        }
        return annotation instanceof OnlyInvocations limit
                ? new Written(Optional.empty(), Optional.of(limit), null)
                : NOTHING;
    }

    boolean isExpectation() {
        return expectation.isPresent();
    }

    boolean isAnything() {
        return expectation.isPresent() || limit.isPresent();
    }

    boolean postFixOnly() {
        return expectation.filter(each -> each.runs() == Runs.POST_FIX_ONLY).isPresent();
    }

    /** Adds what is written later; of two that say the same the first counts. */
    Written or(Written later) {
        return later.isAnything()
                ? new Written(expectation.or(later::expectation), limit.or(later::limit), element)
                : this;
    }

    Written at(AnnotatedElement place) {
        return isAnything() ? new Written(expectation, limit, place) : NOTHING;
    }

    /** Returns whether it holds for the test, as far as can be told: what is still to come may be picked. */
    boolean concerns(Subject subject) {
        if (limit.isEmpty() || subject.whole()) {
            return true;
        }
        return invocation(subject)
                .map(invocation -> InvocationLimit.allows(limit.get(), invocation))
                .orElse(true);
    }

    /** Returns the invocation that the limit is about: that of the method or that of the class. */
    Optional<Subject.Invocation> invocation(Subject subject) {
        return element instanceof Class<?> type ? subject.invocationOf(type) : subject.invocation();
    }

    /** Returns where it is written. */
    String where() {
        if (element instanceof Method method) {
            return method.getDeclaringClass().getName() + "#" + method.getName();
        }
        return element instanceof Class<?> type ? type.getName() : String.valueOf(element);
    }
}
