package io.github.untilfixed.suites.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says of tests that use the run's path: where they get no answer in time, their failure tells what a longer wait brings
 * there. Silence alone is the same whether capacity is missing or a route.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(SilenceExtension.class)
public @interface LooksIntoSilence {}
