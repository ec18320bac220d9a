package io.github.untilfixed.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The control of a Toxiproxy")
class ToxiproxyControlTests {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ToxiproxyControl control;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        control = new ToxiproxyControl(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void sendsAToxicInOneCall() {
        assertThat(control.addToxic("vpc", Map.of("name", "slow"))).isTrue();
        assertThat(calls).containsExactly("POST /proxies/vpc/toxics {\"name\":\"slow\"}");
    }

    @Test
    void tellsAToxicThatIsNotKnownThereFromOneThatIsRefused() {
        status = 400;
        answer = "{\"error\":\"invalid toxic type\",\"status\":400}";
        assertThat(control.addToxic("vpc", Map.of())).isFalse();

        answer = "{\"error\":\"toxicity must be in range 0.0-1.0\",\"status\":400}";
        assertThatThrownBy(() -> control.addToxic("vpc", Map.of()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("refused POST /proxies/vpc/toxics with status 400")
                .hasMessageContaining("toxicity must be in range");
    }

    @Test
    void findsAMissingProxyDeletedAlready() {
        status = 404;
        control.delete("gone");
        assertThat(calls).containsExactly("DELETE /proxies/gone ");
        assertThatThrownBy(() -> control.enable("gone", false)).hasMessageContaining("status 404");
    }

    @Test
    void readsTheVersionOfOldAndNewOnes() {
        answer = "{\"version\": \"2.12.0\"}\n";
        assertThat(control.version()).isEqualTo("2.12.0");
        answer = "2.1.4";
        assertThat(control.version()).isEqualTo("2.1.4");
    }

    @Test
    void givesUpOnEveryCallToAServerThatAcceptsAndSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var patient = new ToxiproxyControl(URI.create("http://127.0.0.1:" + silent.getLocalPort()), SHORT);
            assertThatThrownBy(() -> patient.enable("vpc", false))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("did not answer POST /proxies/vpc: no answer within 200 ms");
        }
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() throws IOException {
        server.createContext("/version", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
        });
        var patient = new ToxiproxyControl(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), SHORT);
        assertThatThrownBy(patient::version).hasMessageContaining("no answer within 200 ms");
    }
}
