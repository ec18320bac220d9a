/** Charts as inline SVG: told apart by pattern and text, never by colour alone. */
@NullMarked
package io.github.untilfixed.reports.chart;

import org.jspecify.annotations.NullMarked;
