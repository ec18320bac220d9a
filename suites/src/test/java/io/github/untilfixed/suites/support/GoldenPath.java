package io.github.untilfixed.suites.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.untilfixed.Observations;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The way from a login to the answer of the agents, with its promises; durations are real, as a user feels them. */
public final class GoldenPath {

    private static final List<String> EVENTS =
            List.of("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

    private final long start = System.nanoTime();
    private final URI staging;
    private final Observations observations;

    private GoldenPath(URI staging, Observations observations) {
        this.staging = staging;
        this.observations = observations;
    }

    /**
     * Walks it once, puts each step on record, also one that fails, and returns the answer.
     *
     * @throws HttpFailureException when the login fails
     * @throws AssertionError when an event is missing, out of order or late
     */
    public static String walk(URI staging, String user, String question, Observations observations) throws Exception {
        return new GoldenPath(staging, observations).walk(user, question);
    }

    /**
     * Walks it once as a trial of a criterion, which fails with whatever keeps the question from being answered.
     *
     * @throws AssertionError when the answer is not one to the question, and as {@link #walk}
     */
    public static void tryOnce(URI staging, String user, String question, String criterion, Observations observations)
            throws Exception {
        boolean answered = false;
        try {
            assertThat(walk(staging, user, question, observations))
                    .as("answer to " + question)
                    .contains(question);
            answered = true;
        } finally {
            observations.observed("trial", Map.of("criterion", criterion, "outcome", answered ? "ok" : "failed"));
        }
    }

    private String walk(String user, String question) throws Exception {
        var visitor = step("login", start, Promises.ANSWER, () -> Visitor.logIn(staging, user));
        try (var conversation = new Visitor.Conversation()) {
            step("socket", System.nanoTime(), Promises.SOCKET_OPEN, () -> greeted(visitor, conversation));
            return step("answer", start, Promises.ANSWER, () -> answered(conversation, question));
        }
    }

    private static Visitor.Conversation greeted(Visitor visitor, Visitor.Conversation conversation) throws Exception {
        visitor.open(conversation);
        assertThat(type(conversation.next(Promises.ANSWER))).isEqualTo("connection_established");
        return conversation;
    }

    private String answered(Visitor.Conversation conversation, String question) throws Exception {
        long asked = System.nanoTime();
        conversation.say(question);
        var event = step("first-event", asked, Promises.FIRST_EVENT, () -> conversation.next(Promises.FIRST_EVENT));
        var types = new ArrayList<>(List.of(type(event)));
        for (var expected : EVENTS) {
            if (types.size() <= EVENTS.indexOf(expected)) {
                event = conversation.next(Promises.ANSWER);
                types.add(type(event));
            }
            assertThat(types)
                    .as("events so far, the last should be " + expected)
                    .endsWith(expected);
        }
        assertThat(types).isEqualTo(EVENTS);
        return event.path("message").asText("");
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    /** Takes a step; it has failed when it throws, and also when it is done later than its promise. */
    private <T> T step(String name, long since, Duration promise, Callable<T> action) throws Exception {
        T result;
        try {
            result = action.call();
        } catch (Exception | AssertionError e) {
            record(name, since(since), false);
            throw e;
        }
        var measured = since(since);
        record(name, measured, measured.compareTo(promise) < 0);
        assertThat(measured).as("step " + name + " of the golden path").isLessThan(promise);
        return result;
    }

    private void record(String name, Duration measured, boolean kept) {
        observations.measured("golden-path-step", measured, Map.of("step", name, "outcome", kept ? "ok" : "failed"));
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }
}
