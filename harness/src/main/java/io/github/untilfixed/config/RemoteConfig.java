package io.github.untilfixed.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a real staging is reached.
 *
 * @param jdbcUrl the database's JDBC URL, without user and password
 * @param baseUrl the application's address
 * @param user the database role
 * @param password the role's password, only from an environment variable or a file; never printed
 * @param allowedHosts the hosts between which faults may be injected; empty allows none
 */
public record RemoteConfig(
        Optional<String> jdbcUrl,
        Optional<URI> baseUrl,
        Optional<String> user,
        Optional<String> password,
        List<String> allowedHosts) {

    @Override
    public String toString() {
        return "RemoteConfig[jdbcUrl=" + jdbcUrl + ", baseUrl=" + baseUrl + ", user=" + user + ", password="
                + password.map(secret -> "***") + ", allowedHosts=" + allowedHosts + "]";
    }
}
