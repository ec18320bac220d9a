package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test needs a database and the network path to it: tier {@link io.github.untilfixed.config.Tier#INTEGRATION}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("integration")
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface IntegrationTier {}
