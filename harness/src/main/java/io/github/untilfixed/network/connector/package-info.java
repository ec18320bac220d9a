/** A model of a Serverless VPC Access connector: how many instances it has, what they can carry, and when it adds one. */
@NullMarked
package io.github.untilfixed.network.connector;

import org.jspecify.annotations.NullMarked;
