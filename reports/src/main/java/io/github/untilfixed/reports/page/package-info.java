/** The one page of a run that needs nothing but itself. */
@NullMarked
package io.github.untilfixed.reports.page;

import org.jspecify.annotations.NullMarked;
