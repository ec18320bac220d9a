package io.github.untilfixed.suites.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * An instance of the application that somebody runs, asked over HTTP.
 *
 * @param url where it is
 */
public record Application(URI url) {

    /** The least that one answer may take; a platform holds a request until its instance is ready, or has ended. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Duration METRICS_LIMIT = Duration.ofSeconds(5);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final HttpClient CLIENT = Requests.client();

    /**
     * Waits until it is ready.
     *
     * @param limit in real time
     * @throws StagingNotReadyException when it is not in time
     */
    public void awaitReady(Duration limit) throws StagingNotReadyException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            var answer = get("/health/startup", rest(limit, start));
            if (answer.status() == 200) {
                return;
            }
            var waited = since(start);
            if (waited.compareTo(limit) >= 0) {
                throw new StagingNotReadyException(url, limit, waited, answer.status(), answer.text());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static Duration rest(Duration limit, long start) {
        var rest = limit.minus(since(start));
        return rest.compareTo(LEAST) < 0 ? LEAST : rest;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Returns what it measures about its pool, or why that cannot be had. */
    String poolGauges() {
        try {
            var answer = get("/metrics", METRICS_LIMIT);
            var gauges = answer.text()
                    .lines()
                    .filter(line -> line.startsWith("hikaricp_connections") && !line.contains("_seconds"))
                    .collect(Collectors.joining("\n"));
            return gauges.isEmpty() ? "no pool among its metrics; " + firstLine(answer.text()) : gauges + "\n";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "cannot be had: " + e;
        }
    }

    /** Returns how many connections its pool holds; 0 when it has no pool, or does not tell. */
    int poolSize() throws InterruptedException {
        return get("/metrics", METRICS_LIMIT)
                .text()
                .lines()
                .filter(line -> line.startsWith("hikaricp_connections{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private Answer get(String path, Duration limit) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(limit).build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    "HTTP " + response.statusCode() + " to GET " + path + "\n" + response.body());
        } catch (HttpConnectTimeoutException e) {
            // Nobody took the request, so nobody holds it.
            return new Answer(0, "none to GET " + path + ": no connection");
        } catch (HttpTimeoutException e) {
            return new Answer(0, "held, no answer within " + limit.toMillis() + " ms to GET " + path);
        } catch (IOException e) {
            return new Answer(0, "none to GET " + path + ": " + e);
        }
    }

    private record Answer(int status, String text) {}
}
