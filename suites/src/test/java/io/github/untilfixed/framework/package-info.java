/** Tests of what the suites decide with; run by Surefire, as they say nothing about staging. */
@NullMarked
package io.github.untilfixed.framework;

import org.jspecify.annotations.NullMarked;
