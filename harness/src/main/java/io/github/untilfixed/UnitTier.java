package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test needs nothing but the JVM: tier {@link io.github.untilfixed.config.Tier#UNIT}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("unit")
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface UnitTier {}
