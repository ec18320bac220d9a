/** What a test asks for: a PostgreSQL, a Toxiproxy and the path between them, wherever it runs. */
@NullMarked
package io.github.untilfixed.environment;

import org.jspecify.annotations.NullMarked;
