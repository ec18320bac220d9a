package io.github.untilfixed.network;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a {@link VpcPath} of its own as a parameter, closed when the test ends. On the parameter, or on the
 * method or class of a test that has such parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@ExtendWith(VpcPathExtension.class)
public @interface ThroughVpc {

    /** Returns the id of the fault on this path, for example {@code route-cut}; empty for those of the run. */
    String value() default "";
}
