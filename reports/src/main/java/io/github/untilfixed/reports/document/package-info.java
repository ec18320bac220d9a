/** What a report says, apart from how it is written down. */
@NullMarked
package io.github.untilfixed.reports.document;

import org.jspecify.annotations.NullMarked;
