/** Allure results made to say what the journal says. */
@NullMarked
package io.github.untilfixed.reports.allure;

import org.jspecify.annotations.NullMarked;
