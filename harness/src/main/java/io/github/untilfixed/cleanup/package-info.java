/** What to delete from sources and registry once an incident is fixed, as a list and as a unified diff. */
@NullMarked
package io.github.untilfixed.cleanup;

import org.jspecify.annotations.NullMarked;
