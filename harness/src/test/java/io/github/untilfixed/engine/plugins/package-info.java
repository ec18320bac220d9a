/** Tests as Surefire and Failsafe share them out by their names. */
@NullMarked
package io.github.untilfixed.engine.plugins;

import org.jspecify.annotations.NullMarked;
