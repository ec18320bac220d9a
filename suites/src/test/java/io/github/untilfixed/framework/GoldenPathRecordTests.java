package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.untilfixed.suites.support.GoldenPath;
import io.github.untilfixed.suites.support.HttpFailureException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("The record of the golden path")
class GoldenPathRecordTests {

    private final RecordedObservations recorded = new RecordedObservations();
    private HttpServer service;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void countsAWalkThatFailsAtTheLoginAsAFailedTrial() {
        answer("/auth/login", 500, "no database");

        assertThatThrownBy(() -> walk()).isInstanceOf(HttpFailureException.class);
        assertThat(recorded.of("trial")).containsExactly(Map.of("criterion", "golden-path", "outcome", "failed"));
        assertThat(recorded.of("golden-path-step")).containsExactly(Map.of("step", "login", "outcome", "failed"));
    }

    @Test
    void countsAWalkThatFailsAtTheWebSocketAsAFailedTrial() {
        answer("/auth/login", 200, "{\"access_token\": \"token\"}");
        answer("/ws", 503, "");

        assertThatThrownBy(() -> walk()).hasStackTraceContaining("WebSocket");
        assertThat(recorded.of("trial")).containsExactly(Map.of("criterion", "golden-path", "outcome", "failed"));
        assertThat(recorded.of("golden-path-step"))
                .containsExactly(
                        Map.of("step", "login", "outcome", "ok"), Map.of("step", "socket", "outcome", "failed"));
    }

    private void walk() throws Exception {
        var url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        GoldenPath.tryOnce(url, "ada", "How much did we spend?", "golden-path", recorded);
    }

    private void answer(String path, int status, String body) {
        service.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
