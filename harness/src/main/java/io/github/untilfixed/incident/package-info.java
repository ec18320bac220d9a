/** Incidents and their symptoms as the registry declares them, and the match of a failure against them. */
@NullMarked
package io.github.untilfixed.incident;

import org.jspecify.annotations.NullMarked;
