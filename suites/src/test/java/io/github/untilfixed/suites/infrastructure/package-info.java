/** What the infrastructure itself must deliver. */
@NullMarked
package io.github.untilfixed.suites.infrastructure;

import org.jspecify.annotations.NullMarked;
