/** VPC paths and faults, driven over any Toxiproxy. */
@NullMarked
package io.github.untilfixed.network;

import org.jspecify.annotations.NullMarked;
