/** Text from a test made fit to be shown: no control characters, no tricks of direction, no endless lines. */
@NullMarked
package io.github.untilfixed.reports.text;

import org.jspecify.annotations.NullMarked;
