package io.github.untilfixed.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The control API of one Toxiproxy; thread-safe. Each call has a time limit, which toxiproxy-java's have not, and a toxic
 * is created in one call with all it has, which toxiproxy-java cannot say: it creates first and sets afterwards, and each
 * change lets delayed data through and selects the victims anew.
 */
public final class ToxiproxyControl {

    /** Shorter than the 25 s after which the original Toxiproxy gives up on a request of its own. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final URI url;
    private final Duration limit;

    /**
     * Creates a client; nothing is called.
     *
     * @param url where the API is, without a slash at its end
     */
    public ToxiproxyControl(URI url) {
        this(url, LIMIT);
    }

    ToxiproxyControl(URI url, Duration limit) {
        this.url = url;
        this.limit = limit;
    }

    /** Returns the version, for example {@code 2.12.0}. */
    public String version() {
        var answer = require("GET", "/version");
        // Toxiproxy before 2.5 answers with the bare number.
        return answer.text().strip().startsWith("{")
                ? json(answer).path("version").asText()
                : answer.text().strip();
    }

    /** Returns the proxies by name. */
    public JsonNode proxies() {
        return json(require("GET", "/proxies"));
    }

    /** Returns the live figures of each proxy by name; empty when this Toxiproxy has none, as the original. */
    public Optional<JsonNode> gauges() {
        var answer = call("GET", "/gauges", BodyPublishers.noBody());
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(json(required(answer)));
    }

    /** Creates a proxy and returns it as the server describes it, with the port that it listens on. */
    public JsonNode create(String proxy, String listen, String upstream) {
        var asked = Map.of("name", proxy, "listen", listen, "upstream", upstream, "enabled", true);
        return json(required(call("POST", "/proxies", body(asked))));
    }

    /** Deletes a proxy; its connections end. Harmless when there is none. */
    public void delete(String proxy) {
        var answer = call("DELETE", "/proxies/" + proxy, BodyPublishers.noBody());
        if (answer.status() != NOT_FOUND) {
            required(answer);
        }
    }

    /** Lets a proxy listen, or refuses connections from now on. */
    public void enable(String proxy, boolean listening) {
        required(call("POST", "/proxies/" + proxy, body(Map.of("enabled", listening))));
    }

    /**
     * Adds a toxic to a proxy.
     *
     * @param toxic what is written as the JSON that Toxiproxy takes
     * @return false when this Toxiproxy does not know the toxic's type
     */
    public boolean addToxic(String proxy, Object toxic) {
        var answer = call("POST", toxics(proxy), body(toxic));
        if (answer.status() == 400 && answer.text().contains("invalid toxic type")) {
            return false;
        }
        required(answer);
        return true;
    }

    /** Removes a toxic from a proxy; harmless when there is none, or no such proxy. */
    public void removeToxic(String proxy, String toxic) {
        var answer = call("DELETE", toxics(proxy) + "/" + toxic, BodyPublishers.noBody());
        if (answer.status() != NOT_FOUND) {
            required(answer);
        }
    }

    /** Removes every toxic of a proxy, also those of types that toxiproxy-java does not know and so cannot list. */
    public void clearToxics(String proxy) {
        for (var toxic : json(require("GET", toxics(proxy)))) {
            require("DELETE", toxics(proxy) + "/" + toxic.path("name").asText());
        }
    }

    private static String toxics(String proxy) {
        return "/proxies/" + proxy + "/toxics";
    }

    private Answer require(String method, String path) {
        return required(call(method, path, BodyPublishers.noBody()));
    }

    private Answer required(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new EnvironmentException("the Toxiproxy at " + url + " refused " + answer.call() + " with status "
                    + answer.status() + ": " + answer.text().strip());
        }
        return answer;
    }

    private Answer call(String method, String path, BodyPublisher body) {
        var call = method + " " + path;
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .build();
        var response = CLIENT.sendAsync(request, BodyHandlers.ofString());
        try {
            // The client's own limit ends with the headers, and the rest may not come either.
            HttpResponse<String> answer = response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(call, answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw unanswered(call, "no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw unanswered(call, String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw unanswered(call, "interrupted", e);
        }
    }

    private EnvironmentException unanswered(String call, String why, Exception cause) {
        return new EnvironmentException(
                "the Toxiproxy at " + url + " did not answer " + call + ": " + why
                        + "; it has to run and be reachable from here",
                cause);
    }

    private JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (JsonProcessingException e) {
            throw new EnvironmentException(
                    "the Toxiproxy at " + url + " answered " + answer.call() + " with what is not JSON: "
                            + answer.text().strip(),
                    e);
        }
    }

    private static BodyPublisher body(Object value) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value + " cannot be written as JSON", e);
        }
    }

    private record Answer(String call, int status, String text) {}
}
