/** What the observations of a run say: connect times, connector states, start-up phases, hypotheses; no words. */
@NullMarked
package io.github.untilfixed.reports.measured;

import org.jspecify.annotations.NullMarked;
