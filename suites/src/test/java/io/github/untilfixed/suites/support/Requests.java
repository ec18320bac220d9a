package io.github.untilfixed.suites.support;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to the application, none of which waits for ever. The limits are real time and promise nothing: they only end
 * what would hang, far above every promise.
 */
public final class Requests {

    /** How long a service on this machine or elsewhere may take to accept a connection. */
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /** How long it may be silent: as long as {@link Promises#ANSWER}, the longest of the promises, and half of that more. */
    static final Duration ANSWER_LIMIT = Promises.ANSWER.plus(Promises.ANSWER.dividedBy(2));

    private static final RestAssuredConfig LIMITED = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", (int) CONNECT_LIMIT.toMillis())
                    .setParam("http.socket.timeout", (int) ANSWER_LIMIT.toMillis()));

    private Requests() {}

    /** Begins a request to a service. */
    public static RequestSpecification to(URI service) {
        return given().config(LIMITED).baseUri(service.toString());
    }

    /** Returns a client that does not wait for ever for a connection; an answer's limit is set with each request. */
    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    }

    /**
     * Waits for what a service does.
     *
     * @throws AssertionError when it is not done within the limit for an answer
     */
    static <T> T await(String what, CompletableFuture<T> done) {
        return await(what, done, ANSWER_LIMIT);
    }

    /**
     * Waits for what a service does, for a time.
     *
     * @throws AssertionError when it is not done in that time
     */
    static <T> T await(String what, CompletableFuture<T> done, Duration limit) {
        try {
            return done.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new AssertionError("no " + what + " within " + limit.toMillis() + " ms (configured)", e);
            }
            throw e;
        }
    }
}
