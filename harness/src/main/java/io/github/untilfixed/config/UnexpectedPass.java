package io.github.untilfixed.config;

/** What an unexpected pass does to the build. */
public enum UnexpectedPass {
    /** The build fails. */
    FAIL,
    /** The build stays green; journal and reports still say that the test passed unexpectedly. */
    WARN
}
