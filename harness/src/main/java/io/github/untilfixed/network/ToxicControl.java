package io.github.untilfixed.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.EnvironmentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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
        var response = call("POST", toxics(), BodyPublishers.ofString(json(toxic)));
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

    /** Removes every toxic, also those of types that toxiproxy-java does not know and so cannot list. */
    void clear() {
        for (var toxic : parsed(require("GET", toxics()))) {
            require("DELETE", toxics() + "/" + toxic.path("name").asText());
        }
    }

    private String toxics() {
        return "/proxies/" + path.name() + "/toxics";
    }

    private String require(String method, String resource) {
        var answer = call(method, resource, BodyPublishers.noBody());
        if (answer.status() / 100 != 2) {
            throw new EnvironmentException(
                    "Toxiproxy " + path.toxiproxy().controlUrl() + " refused " + method + " " + resource + ": HTTP "
                            + answer.status() + " " + answer.body().strip());
        }
        return answer.body();
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

    private Answer call(String method, String resource, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(path.toxiproxy().controlUrl() + resource))
                .timeout(CALL_LIMIT)
                .method(method, body)
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

    private static JsonNode parsed(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new EnvironmentException("Toxiproxy answered with what is not JSON: " + body, e);
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
