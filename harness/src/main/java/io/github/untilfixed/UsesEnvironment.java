package io.github.untilfixed;

import io.github.untilfixed.environment.EnvironmentExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets tests ask for parameters of the types {@link io.github.untilfixed.environment.Environment},
 * {@link io.github.untilfixed.environment.Database} and {@link io.github.untilfixed.environment.DatabasePath}.
 *
 * <p>The environment is started when the first parameter is resolved, shared by the whole run and stopped at its end. A
 * {@code DatabasePath} is the test's own: it is opened without any toxic and closed after the test.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EnvironmentExtension.class)
public @interface UsesEnvironment {}
