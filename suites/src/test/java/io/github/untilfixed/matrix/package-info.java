/** Runs every test under every fault and writes down what came out. */
@NullMarked
package io.github.untilfixed.matrix;

import org.jspecify.annotations.NullMarked;
