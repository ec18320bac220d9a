/** What the harness sees and does from inside of Jupiter: where exceptions start, which bodies are entered, what is forgiven. */
@NullMarked
package io.github.untilfixed.engine.inside;

import org.jspecify.annotations.NullMarked;
