package io.github.untilfixed.environment;

/** A part of a test that is asked for evidence when the test fails. */
public interface Witness extends AutoCloseable {

    /** Asks the part a last time and keeps its answer for the rest of the test: call it before the part is closed. */
    @Override
    void close();
}
