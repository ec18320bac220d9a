package io.github.untilfixed.environment;

/**
 * Something in an environment that a test may have made and must not leave to the next one.
 *
 * @param kind what it is
 * @param id tells it from others of its kind, for example a process id of the server
 * @param application what a connection calls itself, see {@link Database#application()}; empty for anything else
 * @param description for people
 */
public record Remnant(Kind kind, String id, String application, String description) {

    /** What there is. */
    public enum Kind {
        /** A table, view, sequence or the like. */
        RELATION,
        /** A session of the application's role. */
        CONNECTION,
        /** A proxy with its toxics. */
        PROXY
    }

    @Override
    public String toString() {
        return description;
    }
}
