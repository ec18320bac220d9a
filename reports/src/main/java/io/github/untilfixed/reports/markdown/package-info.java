/** The only place that writes and escapes Markdown. */
@NullMarked
package io.github.untilfixed.reports.markdown;

import org.jspecify.annotations.NullMarked;
