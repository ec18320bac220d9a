package io.github.untilfixed.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this thread knows about the discovery that it is in: whether Jupiter's own copy of the tests is to be dropped. */
final class PlainCopy {

    private static final ThreadLocal<@Nullable Boolean> MUTED = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable UntilFixedTestEngine> LOADED = new ThreadLocal<>();

    private PlainCopy() {}

    static void mute() {
        MUTED.set(true);
    }

    static void unmute() {
        MUTED.remove();
    }

    static boolean muted() {
        return Boolean.TRUE.equals(MUTED.get());
    }

    /** Notes that this thread has made the harness's engine. */
    static void loaded(UntilFixedTestEngine harness) {
        LOADED.set(harness);
    }

    /** Returns the harness's engine if this thread has made it since it was last asked. */
    static Optional<UntilFixedTestEngine> takeLoaded() {
        var loaded = Optional.ofNullable(LOADED.get());
        LOADED.remove();
        return loaded;
    }
}
