package io.github.untilfixed.suites.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * One of the handful of tests that also run without any compression of time, as the check that compression changes no
 * verdict: {@code -Dmatrix.tag=real-time -Dmatrix.time-scale=1}.
 */
@Documented
@Tag("real-time")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
