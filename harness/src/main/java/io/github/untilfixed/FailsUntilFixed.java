package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test fails with a symptom of an incident until that incident is fixed; the body asserts the ordinary requirement,
 * never the failure.
 *
 * <p>On a class it holds for every test of the class, of its subclasses and of its nested classes; on a method it
 * replaces what the class says. It may stand on other annotations. All the rest about the incident, its symptoms
 * included, is in {@code incidents.yaml}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FailsUntilFixed {

    /**
     * The ids of the incidents that block the test, all of them; an empty list on a method says that it passes although
     * its class does not.
     */
    String[] value();

    /**
     * The name of the only symptom that is allowed, which each of the incidents must have; by default any of their symptoms
     * is allowed.
     */
    String symptom() default "";

    /** Whether the test fails only now and then, so that a pass is no surprise. */
    boolean intermittent() default false;

    /** When the test runs. */
    Runs runs() default Runs.ALWAYS;
}
