/** What earlier runs found: one line per run, the previous update, the age of evidence. */
@NullMarked
package io.github.untilfixed.reports.history;

import org.jspecify.annotations.NullMarked;
