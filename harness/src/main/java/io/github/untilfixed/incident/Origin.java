package io.github.untilfixed.incident;

/** Where in the life of a test a failure started. */
public enum Origin {
    /** The body of the test. */
    TEST,
    /** {@code @BeforeEach}, the constructor, or their parameters. */
    SET_UP,
    /** {@code @AfterEach}. */
    TEAR_DOWN,
    /** {@code @BeforeAll}. */
    CLASS_SET_UP,
    /** {@code @AfterAll}. */
    CLASS_TEAR_DOWN,
    /** Another extension, a condition, an argument source, or the close of a stored resource. */
    EXTENSION,
    /** A {@code @Timeout} that ran out. */
    TIMEOUT,
    /** The search for tests. */
    DISCOVERY
}
