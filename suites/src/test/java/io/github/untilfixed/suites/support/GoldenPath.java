package io.github.untilfixed.suites.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.Observations;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The way from a login to the answer of the agents, with its promises; durations are real, as a user feels them. */
public final class GoldenPath {

    private static final List<String> EVENTS =
            List.of("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

    private GoldenPath() {}

    /**
     * Walks it once, puts each step on record and returns the answer.
     *
     * @throws HttpFailureException when the login fails
     * @throws AssertionError when an event is missing, out of order or late
     */
    public static String walk(URI staging, String user, String question, Observations observations) throws Exception {
        long start = System.nanoTime();
        var visitor = Visitor.logIn(staging, user);
        step("login", start, observations);
        long opening = System.nanoTime();
        try (var conversation = visitor.converse()) {
            var greeting = conversation.next(Promises.ANSWER);
            assertThat(greeting.path("type").asText()).isEqualTo("connection_established");
            assertThat(step("socket", opening, observations))
                    .as("from the request to the open WebSocket")
                    .isLessThan(Promises.SOCKET_OPEN);
            return converse(conversation, question, start, observations);
        }
    }

    private static String converse(
            Visitor.Conversation conversation, String question, long start, Observations observations)
            throws Exception {
        long asked = System.nanoTime();
        conversation.say(question);
        var types = new ArrayList<String>();
        var answer = "";
        for (var expected : EVENTS) {
            var event = conversation.next(types.isEmpty() ? Promises.FIRST_EVENT : Promises.ANSWER);
            types.add(event.path("type").asText());
            if (types.size() == 1) {
                step("first-event", asked, observations);
            }
            assertThat(types)
                    .as("events so far, the last should be " + expected)
                    .endsWith(expected);
            answer = event.path("message").asText("");
        }
        assertThat(types).isEqualTo(EVENTS);
        var whole = step("answer", start, observations);
        assertThat(whole).as("from login to answer").isLessThan(Promises.ANSWER);
        return answer;
    }

    private static Duration step(String name, long since, Observations observations) {
        var measured = Duration.ofNanos(System.nanoTime() - since);
        observations.measured("golden-path-step", measured, Map.of("step", name, "outcome", "ok"));
        return measured;
    }
}
