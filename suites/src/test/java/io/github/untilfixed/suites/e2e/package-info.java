/** What a user of staging must be able to do. */
@NullMarked
package io.github.untilfixed.suites.e2e;

import org.jspecify.annotations.NullMarked;
