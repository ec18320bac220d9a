package io.github.untilfixed.incident;

import java.time.Duration;
import java.util.List;

/**
 * One failure of a test.
 *
 * @param origin where it started
 * @param thrown the exception
 * @param notPart throwables that hang below {@code thrown} as suppressed and are failures of their own
 * @param testDuration how long the test ran in real time, for failures that measured nothing themselves
 * @param facts everything that a symptom can ask this failure for, as it was when the failure was seen
 */
public record Failure(Origin origin, Throwable thrown, List<Throwable> notPart, Duration testDuration, Facts facts) {

    /** Copies the list. */
    public Failure {
        notPart = List.copyOf(notPart);
    }

    /** Creates a failure below which failures of their own may hang. */
    public Failure(Origin origin, Throwable thrown, List<Throwable> notPart, Duration testDuration) {
        this(origin, thrown, notPart, testDuration, Facts.of(thrown, notPart));
    }

    /** Creates a failure that nothing else hangs below. */
    public Failure(Origin origin, Throwable thrown, Duration testDuration) {
        this(origin, thrown, List.of(), testDuration);
    }

    /** Returns the exception as one line: its simple class name and the first line of its message. */
    public String summary() {
        var message = Facts.message(thrown).orElse("");
        var type = thrown.getClass().getName();
        var simple = type.substring(type.lastIndexOf('.') + 1);
        return message.isBlank()
                ? simple
                : simple + ": " + message.strip().lines().findFirst().orElse("");
    }
}
