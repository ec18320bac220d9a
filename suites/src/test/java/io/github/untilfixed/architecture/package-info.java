/** The rules of the project's shape that a machine can hold. */
@NullMarked
package io.github.untilfixed.architecture;

import org.jspecify.annotations.NullMarked;
