/** Runs suites against a staging that is there already, as people do whose staging is a real one. */
@NullMarked
package io.github.untilfixed.remote;

import org.jspecify.annotations.NullMarked;
