/** Reports that are pure functions of a journal, one package for each kind of reader. */
@NullMarked
package io.github.untilfixed.reports;

import org.jspecify.annotations.NullMarked;
