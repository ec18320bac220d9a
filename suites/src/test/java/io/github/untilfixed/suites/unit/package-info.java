/** What must hold whatever the infrastructure does. */
@NullMarked
package io.github.untilfixed.suites.unit;

import org.jspecify.annotations.NullMarked;
