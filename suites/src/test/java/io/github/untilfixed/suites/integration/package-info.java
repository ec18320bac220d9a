/** What the database must do through the VPC connector. */
@NullMarked
package io.github.untilfixed.suites.integration;

import org.jspecify.annotations.NullMarked;
