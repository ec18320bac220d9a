package io.github.untilfixed.engine.inside;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.opentest4j.MultipleFailuresError;

/** Opens what {@code assertAll} and AssertJ's soft assertions throw. */
final class SoftAssertions {

    private SoftAssertions() {}

    /** Returns the failures that were collected, each alone; empty when the exception is no such collection. */
    static List<Throwable> collected(Throwable thrown) {
        var opened = unwrap(thrown);
        if (opened instanceof MultipleFailuresError collection && collection.hasFailures()) {
            var parts = new ArrayList<Throwable>();
            for (var part : collection.getFailures()) {
                var inner = collected(part);
                parts.addAll(inner.isEmpty() ? List.of(part) : inner);
            }
            return parts;
        }
        return List.of();
    }

    private static Throwable unwrap(Throwable thrown) {
        boolean wrapper = thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof InvocationTargetException;
        var cause = thrown.getCause();
        return wrapper && cause != null ? unwrap(cause) : thrown;
    }
}
