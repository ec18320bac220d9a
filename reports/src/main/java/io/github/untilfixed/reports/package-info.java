/** TODO. */
@NullMarked
package io.github.untilfixed.reports;

import org.jspecify.annotations.NullMarked;
