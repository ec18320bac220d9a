/** What a test author types: the annotations of expectation and tier, and the {@code KnownIssue} block. */
@NullMarked
package io.github.untilfixed;

import org.jspecify.annotations.NullMarked;
