package io.github.untilfixed;

/** When a test runs whose incident is not fixed yet. */
public enum Runs {
    /** Before and after the fix. */
    ALWAYS,
    /** Only after the flip: before it, the test would burn time and show nothing; after it, under a hard time limit. */
    POST_FIX_ONLY
}
