/** What the byte code of tests says: whether a body can show anything, and which incidents it names. */
@NullMarked
package io.github.untilfixed.bytecode;

import org.jspecify.annotations.NullMarked;
