/** The last look at what was written, before anybody else sees it. */
@NullMarked
package io.github.untilfixed.reports.safety;

import org.jspecify.annotations.NullMarked;
