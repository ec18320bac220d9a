package io.github.untilfixed.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.EnvironmentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Changes the toxics of one proxy. A toxic is created in one call with all it has, which toxiproxy-java cannot say: it
 * creates first and sets afterwards, and each change lets delayed data through and selects the victims anew.
 */
final class ToxicControl {

    /** Shorter than the 25 s after which the original Toxiproxy gives up on a request of its own. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final DatabasePath path;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CALL_LIMIT).build();

    ToxicControl(DatabasePath path) {
        this.path = path;
    }

    /** Adds a toxic; returns false when this Toxiproxy does not know its type. */
    boolean add(Toxic toxic) {
        var response = post("/proxies/" + path.name() + "/toxics", json(toxic));
        if (response.status() == 400 && response.body().contains("invalid toxic type")) {
            return false;
        }
        if (response.status() != 200) {
            throw new EnvironmentException("Toxiproxy " + path.toxiproxy().controlUrl() + " refused toxic " + toxic
                    + " on proxy " + path.name() + ": HTTP " + response.status() + " "
                    + response.body().strip());
        }
        return true;
    }

    /** Removes every toxic. */
    void clear() {
        try {
            for (var toxic : path.proxy().toxics().getAll()) {
                toxic.remove();
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot remove the toxics of proxy " + path.name(), e);
        }
    }

    /** Lets the proxy listen, or refuses connections from now on. */
    void enable(boolean listening) {
        try {
            if (listening) {
                path.proxy().enable();
            } else {
                path.proxy().disable();
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot " + (listening ? "enable" : "disable") + " proxy " + path.name(), e);
        }
    }

    private Answer post(String resource, String body) {
        var request = HttpRequest.newBuilder(URI.create(path.toxiproxy().controlUrl() + resource))
                .timeout(CALL_LIMIT)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new EnvironmentException("Toxiproxy does not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted while calling Toxiproxy at " + request.uri(), e);
        }
    }

    private static String json(Toxic toxic) {
        try {
            return MAPPER.writeValueAsString(toxic);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(toxic + " cannot be written as JSON", e);
        }
    }

    private record Answer(int status, String body) {}
}
