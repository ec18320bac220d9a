package io.github.untilfixed.environment;

import java.net.URI;

/**
 * A running Toxiproxy.
 *
 * @param engine {@code embedded}, {@code container}, {@code process} or {@code remote}
 * @param controlUrl the address of its control API
 * @param reason why this one was taken, for the journal
 */
public record ToxiproxyServer(String engine, URI controlUrl, String reason) {}
