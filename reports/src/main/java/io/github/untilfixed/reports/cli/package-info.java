/** The command line. */
@NullMarked
package io.github.untilfixed.reports.cli;

import org.jspecify.annotations.NullMarked;
