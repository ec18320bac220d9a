/** Tests of the connector model. */
@NullMarked
package io.github.untilfixed.network.connector;

import org.jspecify.annotations.NullMarked;
