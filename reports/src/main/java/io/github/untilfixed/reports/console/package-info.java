/** The few lines that a person sees at the end of a build. */
@NullMarked
package io.github.untilfixed.reports.console;

import org.jspecify.annotations.NullMarked;
