/** From what was measured on a path to the fault that explains it best. */
@NullMarked
package io.github.untilfixed.suites.diagnosis;

import org.jspecify.annotations.NullMarked;
