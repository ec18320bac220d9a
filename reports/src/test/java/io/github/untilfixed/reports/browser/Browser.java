package io.github.untilfixed.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium of one test, spoken to over its DevTools protocol; everything that a page does is on record. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";

    private Browser(Process process, Path profile, String address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Ear())
                .join();
    }

    /** Returns where Chromium is, or empty when there is none on the path. */
    static Optional<Path> find() {
        var names = List.of("chromium", "chromium-browser", "google-chrome");
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(directory -> names.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path chromium) throws IOException {
        var profile = Files.createTempDirectory("untilfixed-browser-");
        var command = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Chromium makes directories there that it leaves behind when it is ended; the profile is removed.
        command.environment().put("TMPDIR", profile.toString());
        var process = command.start();
        var address = new CompletableFuture<String>();
        var listener = new Thread(() -> listen(process, address), "chromium-stderr");
        listener.setDaemon(true);
        listener.start();
        try {
            return new Browser(process, profile, address.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IOException("Chromium did not say where to speak to it", e);
        }
    }

    private static void listen(Process process, CompletableFuture<String> address) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("DevTools listening on ")) {
                    address.complete(
                            line.substring("DevTools listening on ".length()).strip());
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    /** Opens a page, waits until it is loaded and its scripts had a while, and says what it did. */
    Visit visit(URI page) throws Exception {
        var target = call("Target.createTarget", object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call("Target.attachToTarget", object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        for (var domain : List.of("Page", "Network", "Runtime", "Log")) {
            call(domain + ".enable", object());
        }
        events.clear();
        call("Page.navigate", object().put("url", page.toString()));
        loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var wait = object().put("expression", "new Promise(done => setTimeout(done, 1500))")
                .put("awaitPromise", true);
        call("Runtime.evaluate", wait);
        return new Visit(page.toString(), List.copyOf(events), text());
    }

    /** Runs a script in the page, for example a click, and gives it a while. */
    void run(String script) throws Exception {
        call("Runtime.evaluate", object().put("expression", script));
        call(
                "Runtime.evaluate",
                object().put("expression", "new Promise(done => setTimeout(done, 500))")
                        .put("awaitPromise", true));
    }

    Visit visited(URI page) throws Exception {
        return new Visit(page.toString(), List.copyOf(events), text());
    }

    private String text() throws Exception {
        return call("Runtime.evaluate", object().put("expression", "document.body.innerText"))
                .path("result")
                .path("value")
                .asText();
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = ids.incrementAndGet();
        var message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void hear(JsonNode message) {
        if (message.has("id")) {
            var answer = answers.remove(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message.path("result"));
            }
            return;
        }
        events.add(message);
        var method = message.path("method").asText();
        if (method.equals("Page.loadEventFired")) {
            loaded.complete(null);
        } else if (method.equals("Page.javascriptDialogOpening")) {
            var accept = object().put("id", ids.incrementAndGet()).put("method", "Page.handleJavaScriptDialog");
            accept.set("params", object().put("accept", true));
            accept.put("sessionId", session);
            // Nobody waits for it: this is the thread that would hear the answer.
            var unused = socket.sendText(accept.toString(), true);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        var children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        children.forEach(child ->
                child.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * What a page did.
     *
     * @param text what a person can read on it
     */
    record Visit(String page, List<JsonNode> events, String text) {

        List<String> dialogs() {
            return of("Page.javascriptDialogOpening")
                    .map(event -> event.path("message").asText())
                    .toList();
        }

        /** Returns the addresses that were asked for, but for the page itself and what is written in it. */
        List<String> requests() {
            return of("Network.requestWillBeSent")
                    .map(event -> event.path("request").path("url").asText())
                    .filter(url -> !url.equals(page) && !url.startsWith("data:") && !url.startsWith("blob:"))
                    .toList();
        }

        List<String> errors() {
            var exceptions = of("Runtime.exceptionThrown").map(JsonNode::toString);
            var console = of("Runtime.consoleAPICalled")
                    .filter(event -> event.path("type").asText().equals("error"))
                    .map(JsonNode::toString);
            var log = of("Log.entryAdded")
                    .filter(event -> event.path("entry").path("level").asText().equals("error"))
                    .map(JsonNode::toString);
            return Stream.of(exceptions, console, log).flatMap(errors -> errors).toList();
        }

        private Stream<JsonNode> of(String... methods) {
            var wanted = Arrays.asList(methods);
            return events.stream()
                    .filter(event -> wanted.contains(event.path("method").asText()))
                    .map(event -> event.path("params"));
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                try {
                    hear(JSON.readTree(parts.toString()));
                } catch (IOException e) {
                    loaded.completeExceptionally(e);
                }
                parts.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
