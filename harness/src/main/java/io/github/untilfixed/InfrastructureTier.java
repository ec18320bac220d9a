package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test looks at the infrastructure itself: tier {@link io.github.untilfixed.config.Tier#INFRASTRUCTURE}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("infrastructure")
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface InfrastructureTier {}
