/** The issue update of an incident and the summary of a run. */
@NullMarked
package io.github.untilfixed.reports.issue;

import org.jspecify.annotations.NullMarked;
