package io.github.untilfixed.engine;

import io.github.untilfixed.incident.Facts;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception that JUnit and its reporters cannot bear: they follow every cause, and so never come back from
 * a chain without an end, and ask for texts that it may throw at. Has its name, message and trace, and those of its
 * first causes.
 */
final class StandIn extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_CAUSES = 10;

    private StandIn(Throwable original, @Nullable Throwable cause) {
        super(
                Facts.message(original)
                        .map(message -> original.getClass().getName() + ": " + message)
                        .orElse(original.getClass().getName()),
                cause);
        setStackTrace(Facts.trace(original).toArray(StackTraceElement[]::new));
    }

    /** Returns the exception itself where JUnit can bear it; null for none. */
    static @Nullable Throwable of(@Nullable Throwable thrown) {
        return thrown == null || Facts.of(thrown).isPlain() ? thrown : copy(thrown);
    }

    private static Throwable copy(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (var each = Optional.of(thrown); each.isPresent() && causes.size() < MOST_CAUSES; ) {
            causes.add(each.get());
            each = Facts.cause(each.get());
        }
        Throwable copy = null;
        for (int index = causes.size() - 1; index >= 0; index--) {
            copy = new StandIn(causes.get(index), copy);
        }
        return copy == null ? thrown : copy;
    }
}
