/** Tests of the parts of an environment that need none. */
@NullMarked
package io.github.untilfixed.environment;

import org.jspecify.annotations.NullMarked;
