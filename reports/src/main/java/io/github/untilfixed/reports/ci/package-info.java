/** What a CI server shows: step summary, annotations, CTRF, OpenMetrics, JUnit XML. */
@NullMarked
package io.github.untilfixed.reports.ci;

import org.jspecify.annotations.NullMarked;
