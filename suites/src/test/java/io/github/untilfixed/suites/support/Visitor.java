package io.github.untilfixed.suites.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A user of staging who has logged in. */
public final class Visitor {

    private static final HttpClient CLIENT = Requests.client();

    private final URI staging;
    private final String name;
    private final String token;

    private Visitor(URI staging, String name, String token) {
        this.staging = staging;
        this.name = name;
        this.token = token;
    }

    /**
     * Logs a user in.
     *
     * @throws HttpFailureException when the service does not answer with success
     */
    public static Visitor logIn(URI staging, String name) throws HttpFailureException {
        var response = Requests.to(staging)
                .contentType(ContentType.JSON)
                .body(Map.of("user", name, "password", "any"))
                .post("/auth/login");
        return new Visitor(
                staging, name, successful("POST /auth/login", response).path("access_token"));
    }

    /** Returns the user's name. */
    public String name() {
        return name;
    }

    /**
     * Asks over HTTP and returns the answer as it was read back from the database.
     *
     * @throws HttpFailureException when the service does not answer with success
     */
    public String ask(String message) throws HttpFailureException {
        var response = Requests.to(staging)
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token)
                .body(Map.of("message", message))
                .post("/api/chat");
        return successful("POST /api/chat", response).path("answer");
    }

    /**
     * Returns what this user has written, as the service knows it.
     *
     * @throws HttpFailureException when the service does not answer with success
     */
    public List<String> messages() throws HttpFailureException {
        var response =
                Requests.to(staging).header("Authorization", "Bearer " + token).get("/api/messages");
        return successful("GET /api/messages", response).jsonPath().getList("");
    }

    private static Response successful(String request, Response response) throws HttpFailureException {
        if (response.statusCode() != 200) {
            throw new HttpFailureException(
                    request, response.statusCode(), response.body().asString());
        }
        return response;
    }

    /**
     * Opens the WebSocket of a conversation, with the token as a subprotocol.
     *
     * @throws AssertionError when it is not open within the limit of all requests
     */
    void open(Conversation conversation) {
        var uri = URI.create(staging.toString().replaceFirst("^http", "ws") + "/ws");
        conversation.socket = Requests.await(
                "open WebSocket",
                CLIENT.newWebSocketBuilder()
                        .connectTimeout(Requests.CONNECT_LIMIT)
                        .subprotocols("jwt-auth", "jwt." + token)
                        .buildAsync(uri, conversation));
    }

    /** What is said over one WebSocket. */
    static final class Conversation implements WebSocket.Listener, AutoCloseable {

        private static final JsonMapper MAPPER = new JsonMapper();

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(partial.toString());
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        /** Sends a message of the user. */
        public void say(String text) {
            var message = MAPPER.createObjectNode().put("type", "user_message").put("text", text);
            Requests.await(
                    "message sent over the WebSocket",
                    java.util.Objects.requireNonNull(socket).sendText(message.toString(), true));
        }

        /**
         * Waits for the next event.
         *
         * @throws AssertionError when none comes within the limit
         */
        public JsonNode next(Duration limit) throws Exception {
            var event = received.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("no event over the WebSocket within " + limit.toMillis() + " ms (configured)");
            }
            return MAPPER.readTree(event);
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.abort();
            }
        }
    }
}
