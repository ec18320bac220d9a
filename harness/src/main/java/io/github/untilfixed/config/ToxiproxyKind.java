package io.github.untilfixed.config;

/** Which Toxiproxy a run uses. */
public enum ToxiproxyKind {
    /** Whichever fits the environment. */
    AUTO,
    /** The server inside the test's JVM. */
    EMBEDDED,
    /** A container that the run starts. */
    CONTAINER,
    /** A {@code toxiproxy-server} from the PATH that the run starts. */
    PROCESS,
    /** A server that already runs at {@code untilfixed.toxiproxy.url}. */
    REMOTE
}
