/** From journal files to one run: cleaned, redacted, merged, with everything that is missing said. */
@NullMarked
package io.github.untilfixed.reports.intake;

import org.jspecify.annotations.NullMarked;
