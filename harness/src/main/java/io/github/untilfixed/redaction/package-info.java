/** The one place that knows what a secret looks like, and takes it out of text. */
@NullMarked
package io.github.untilfixed.redaction;

import org.jspecify.annotations.NullMarked;
