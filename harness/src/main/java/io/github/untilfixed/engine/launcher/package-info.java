/** What the harness does in JUnit's launcher: it keeps plain Jupiter from finding the same tests again. */
@NullMarked
package io.github.untilfixed.engine.launcher;

import org.jspecify.annotations.NullMarked;
