/** Puts an issue update where the people of the incident read it: one comment that is kept up to date. */
@NullMarked
package io.github.untilfixed.reports.posting;

import org.jspecify.annotations.NullMarked;
