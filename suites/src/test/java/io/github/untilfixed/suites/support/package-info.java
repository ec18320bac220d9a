/** How the suites reach the database and the staging service. */
@NullMarked
package io.github.untilfixed.suites.support;

import org.jspecify.annotations.NullMarked;
