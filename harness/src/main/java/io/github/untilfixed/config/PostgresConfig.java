package io.github.untilfixed.config;

import java.util.Optional;

/**
 * How the PostgreSQL is set up that the run starts; a remote one is as it is.
 *
 * @param version the major version it has to be, checked in a remote one as well; empty for any
 * @param maxConnections how many connections it accepts, the three reserved for superusers included
 * @param authentication how it tells who connects
 * @param tls whether it offers TLS, with a certificate of its own making, and the tests demand it
 * @param seedSql where the SQL is that is run before the first test: {@code classpath:‹resource›} or a path
 */
public record PostgresConfig(
        Optional<Integer> version,
        int maxConnections,
        Authentication authentication,
        boolean tls,
        Optional<String> seedSql) {}
