package io.github.untilfixed.suites.support;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Requests for the platform's health that are under way together; one that meets a starting instance is held. */
public final class FrontDoorRequests {

    private final List<CompletableFuture<Integer>> answers;

    private FrontDoorRequests(List<CompletableFuture<Integer>> answers) {
        this.answers = answers;
    }

    /**
     * Sends requests and returns at once.
     *
     * @param held how long a start may hold them, in real time; an answer that is not there some time later never comes
     */
    public static FrontDoorRequests send(int requests, URI platform, Duration held) {
        var client = Requests.client();
        var request = HttpRequest.newBuilder(platform.resolve("/health"))
                .timeout(held.plus(Requests.ANSWER_LIMIT))
                .build();
        return new FrontDoorRequests(Stream.generate(() ->
                        client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode))
                .limit(requests)
                .toList());
    }

    /** Waits for the answers and returns their HTTP statuses. */
    public List<Integer> statuses() {
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
