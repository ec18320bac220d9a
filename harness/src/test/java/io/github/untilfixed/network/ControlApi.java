package io.github.untilfixed.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.rekawek.toxiproxy.Proxy;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.DatabasePath;
import io.github.untilfixed.environment.ToxiproxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The part of a Toxiproxy's control API that knows the toxics of one proxy, as a path; it can be made to fail. */
final class ControlApi implements DatabasePath {

    private static final String TOXICS = "/proxies/played/toxics";
    private static final Set<String> OF_THE_EMBEDDED = Set.of("connect_delay", "shared_bandwidth", "connection_limit");
    private static final JsonMapper MAPPER = new JsonMapper();

    final Set<String> toxics = new ConcurrentSkipListSet<>();
    final AtomicBoolean broken = new AtomicBoolean();

    /** As the original: it knows none of the embedded one's own types. */
    final AtomicBoolean original = new AtomicBoolean();

    final AtomicInteger changes = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicBoolean closed = new AtomicBoolean();
    private final HttpServer server;

    ControlApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (broken.get()) {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            var body = MAPPER.readTree(exchange.getRequestBody());
            boolean unknown =
                    original.get() && OF_THE_EMBEDDED.contains(body.path("type").asText());
            var answer = (unknown ? "invalid toxic type" : answer(exchange, body)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(unknown ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(HttpExchange exchange, JsonNode body) {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                changes.incrementAndGet();
                toxics.add(body.path("name").asText());
            }
            case "DELETE" -> {
                changes.incrementAndGet();
                toxics.remove(exchange.getRequestURI().getPath().substring(TOXICS.length() + 1));
            }
            default -> {}
        }
        var list = MAPPER.createArrayNode();
        toxics.forEach(name -> list.addObject().put("name", name));
        return list.toString();
    }

    @Override
    public String name() {
        return "played";
    }

    @Override
    public Database database() {
        return new Database("127.0.0.1", 5432, "staging", "app", "", "disable");
    }

    @Override
    public Proxy proxy() {
        throw new UnsupportedOperationException("only toxics are played");
    }

    @Override
    public ToxiproxyServer toxiproxy() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new ToxiproxyServer("remote", url, "played");
    }

    @Override
    public void close() {
        closed.set(true);
        server.stop(0);
    }
}
