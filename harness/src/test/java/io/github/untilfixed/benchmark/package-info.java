/** Measures what the harness costs beside plain Jupiter and Pioneer. */
@NullMarked
package io.github.untilfixed.benchmark;

import org.jspecify.annotations.NullMarked;
