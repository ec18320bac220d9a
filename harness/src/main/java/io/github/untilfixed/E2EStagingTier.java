package io.github.untilfixed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test needs the whole staging service, as a user sees it: tier {@link io.github.untilfixed.config.Tier#E2E_STAGING}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Tag("e2e-staging")
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface E2EStagingTier {}
