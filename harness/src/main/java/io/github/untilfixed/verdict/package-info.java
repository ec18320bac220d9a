/** What a test did, what that means, and the pure function that decides it. */
@NullMarked
package io.github.untilfixed.verdict;

import org.jspecify.annotations.NullMarked;
