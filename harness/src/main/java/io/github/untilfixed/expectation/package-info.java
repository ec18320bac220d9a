/** What each test is expected to do: pass, or fail until an incident is fixed. */
@NullMarked
package io.github.untilfixed.expectation;

import org.jspecify.annotations.NullMarked;
