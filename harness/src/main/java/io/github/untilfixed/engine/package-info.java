/** The test engine that runs Jupiter's tests and turns their outcomes into verdicts. */
@NullMarked
package io.github.untilfixed.engine;

import org.jspecify.annotations.NullMarked;
