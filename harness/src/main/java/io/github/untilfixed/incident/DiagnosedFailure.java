package io.github.untilfixed.incident;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Implemented by exceptions that know facts a symptom can ask for, so that none has to be read out of a message. */
public interface DiagnosedFailure {

    /** Returns the start-up phase that failed, for example {@code DATABASE}. */
    default Optional<String> startupPhase() {
        return Optional.empty();
    }

    /** Returns the HTTP status that was received. */
    default OptionalInt httpStatus() {
        return OptionalInt.empty();
    }

    /** Returns how long the failing step took, measured in real time. */
    default Optional<Duration> measured() {
        return Optional.empty();
    }
}
