package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits {@link FailsUntilFixed} on the same method, or on the same parameterized class, to some of its invocations; the
 * others are expected to pass. An invocation is one of them when everything fits that is given here. Where it can have no
 * effect the run is red: on what is no template, without {@link FailsUntilFixed}, or when it picks no invocation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface OnlyInvocations {

    /** The indices of the invocations, counted from 1; none allows any. */
    int[] index() default {};

    /** A regular expression to be found in the display name; an empty one allows any. */
    String displayName() default "";

    /** A predicate on the invocation. */
    Class<? extends InvocationPredicate> matching() default InvocationPredicate.Any.class;
}
