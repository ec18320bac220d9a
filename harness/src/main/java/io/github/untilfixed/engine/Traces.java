package io.github.untilfixed.engine;

import io.github.untilfixed.incident.Facts;
import java.util.List;
import java.util.stream.Stream;

/** Takes from stack traces what JUnit did to call a test: it is the same for all of them and tells nothing. */
final class Traces {

    private static final List<String> ENGINE = List.of("org.junit.jupiter.engine.", "org.junit.platform.");
    private static final List<String> JDK = List.of("java.", "jdk.internal.", "sun.reflect.");

    private Traces() {}

    /** Returns the frames of the test and of what it called; none of an exception that JUnit itself made. */
    static List<StackTraceElement> ofTest(Throwable thrown) {
        return ofTest(Facts.trace(thrown));
    }

    private static List<StackTraceElement> ofTest(List<StackTraceElement> frames) {
        int end = 0;
        while (end < frames.size() && !isOf(ENGINE, frames.get(end))) {
            end++;
        }
        // Between the engine and the test lies the reflection of its call; that of a proxy lies above the test.
        while (end < frames.size() && end > 0 && isOf(JDK, frames.get(end - 1))) {
            end--;
        }
        return frames.subList(0, end);
    }

    /**
     * Leaves exceptions with the frames of the test. JUnit's own way costs an expected failure as much as its verdict: it
     * matches a pattern against each frame, of which all but a few are its own.
     */
    static void cut(Facts facts) {
        for (var each : facts.chain()) {
            var all = Facts.trace(each);
            var frames = ofTest(all);
            if (!frames.isEmpty() && frames.size() < all.size()) {
                each.setStackTrace(frames.toArray(StackTraceElement[]::new));
            }
        }
    }

    /** Returns an exception as text, without its causes. */
    static Stream<String> lines(Throwable thrown) {
        var message = Facts.message(thrown).map(text -> ": " + text).orElse("");
        return Stream.concat(
                Stream.of(thrown.getClass().getName() + message),
                ofTest(thrown).stream().map(frame -> "\tat " + frame));
    }

    private static boolean isOf(List<String> packages, StackTraceElement frame) {
        var name = frame.getClassName();
        for (var each : packages) {
            if (name.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
