/** The words that every report uses for a verdict, for what was found about an incident, and for the run itself. */
@NullMarked
package io.github.untilfixed.reports.words;

import org.jspecify.annotations.NullMarked;
