package io.github.untilfixed.engine.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.opentest4j.MultipleFailuresError;

/** Opens what {@code assertAll} and AssertJ's soft assertions throw. */
final class SoftAssertions {

    private SoftAssertions() {}

    /**
     * Returns the failures that were collected, each alone, wherever the collection hangs in the chain of causes; empty when
     * there is none.
     */
    static List<Throwable> collected(Throwable thrown) {
        return collected(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A collection can hang below one of its own parts. */
    private static List<Throwable> collected(Throwable thrown, Set<Throwable> opened) {
        return Failures.chain(thrown)
                .filter(MultipleFailuresError.class::isInstance)
                .map(MultipleFailuresError.class::cast)
                .filter(MultipleFailuresError::hasFailures)
                .filter(opened::add)
                .findFirst()
                .map(collection -> parts(collection, opened))
                .orElse(List.of());
    }

    private static List<Throwable> parts(MultipleFailuresError collection, Set<Throwable> opened) {
        var parts = new ArrayList<Throwable>();
        for (var part : collection.getFailures()) {
            var inner = collected(part, opened);
            parts.addAll(inner.isEmpty() ? List.of(part) : inner);
        }
        return parts;
    }
}
