package io.github.untilfixed.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opentest4j.MultipleFailuresError;

/** Opens what {@code assertAll} and AssertJ's soft assertions throw. */
final class SoftAssertions {

    private SoftAssertions() {}

    /**
     * Returns the failures that were collected, each alone, wherever the collection hangs in the chain of causes; empty when
     * there is none.
     */
    static List<Throwable> collected(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(Failures.DEPTH)
                .filter(MultipleFailuresError.class::isInstance)
                .map(MultipleFailuresError.class::cast)
                .filter(MultipleFailuresError::hasFailures)
                .findFirst()
                .map(SoftAssertions::parts)
                .orElse(List.of());
    }

    private static List<Throwable> parts(MultipleFailuresError collection) {
        var parts = new ArrayList<Throwable>();
        for (var part : collection.getFailures()) {
            var inner = collected(part);
            parts.addAll(inner.isEmpty() ? List.of(part) : inner);
        }
        return parts;
    }
}
