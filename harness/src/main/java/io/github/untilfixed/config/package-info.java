/** One typed configuration record, one table of its keys, and every problem reported at once. */
@NullMarked
package io.github.untilfixed.config;

import org.jspecify.annotations.NullMarked;
