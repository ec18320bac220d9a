/** Tests of paths and faults. */
@NullMarked
package io.github.untilfixed.network;

import org.jspecify.annotations.NullMarked;
