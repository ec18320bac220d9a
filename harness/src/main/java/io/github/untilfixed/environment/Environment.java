package io.github.untilfixed.environment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where tests run: a PostgreSQL, a Toxiproxy, and paths from the test to the database that lead through it. One per
 * run; thread-safe.
 */
public interface Environment extends AutoCloseable {

    /** Returns {@code embedded}, {@code containers} or {@code remote}. */
    String name();

    /** Returns the database as it is reached without any proxy. */
    Database database();

    /** Returns whether the run started the database's server itself, so that nobody else depends on it. */
    boolean ownsServer();

    /**
     * Returns the Toxiproxy in use.
     *
     * @throws EnvironmentException when there is none, which only {@code remote} allows
     */
    ToxiproxyServer toxiproxy();

    /**
     * Opens a path to the database through a proxy of its own, created for the caller and without any toxic.
     *
     * @param name unique among the open paths, of letters, digits, {@code -} and {@code _}
     */
    DatabasePath openPath(String name);

    /** Returns the address of an application that already runs there; empty when the tests have to start one. */
    Optional<URI> application();

    /** Returns what is there at this moment that a test may have made; nothing that belongs to others. */
    Set<Remnant> remnants();

    /** Removes something that a test has left; harmless when it is gone already. */
    void remove(Remnant remnant);

    /**
     * Adds a part of the calling test to the evidence of its failure, for example the gauges of a connection pool.
     *
     * @param name says what it is, for people
     * @param part asked at the moment of the failure, and when the witness is closed; what it throws is evidence too
     */
    Witness witness(String name, Supplier<String> part);

    /** Returns what helps to understand a failure at this moment: texts by name, without secrets. */
    Map<String, String> evidence();

    /** Stops what was started and removes what was created; harmless when called again. */
    @Override
    void close();
}
