/** What a journal says about a run: counts, gaps, incidents, criteria; pure functions, no words. */
@NullMarked
package io.github.untilfixed.reports.facts;

import org.jspecify.annotations.NullMarked;
