/** What is only worth its time once the infrastructure is said to be repaired. */
@NullMarked
package io.github.untilfixed.suites.postfix;

import org.jspecify.annotations.NullMarked;
