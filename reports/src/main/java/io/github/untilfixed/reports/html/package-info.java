/** The only place that writes and escapes HTML and SVG. */
@NullMarked
package io.github.untilfixed.reports.html;

import org.jspecify.annotations.NullMarked;
