/** The append-only record of a run, the only truth that reports are made from. */
@NullMarked
package io.github.untilfixed.journal;

import org.jspecify.annotations.NullMarked;
