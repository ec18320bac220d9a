/** Exact statements about success rates from counted trials. */
@NullMarked
package io.github.untilfixed.reports.statistics;

import org.jspecify.annotations.NullMarked;
