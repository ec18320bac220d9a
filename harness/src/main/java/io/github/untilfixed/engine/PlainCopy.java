package io.github.untilfixed.engine;

import org.jspecify.annotations.Nullable;

/** Whether the discovery that this thread is in has to mute Jupiter's own copy of the tests. */
final class PlainCopy {

    private static final ThreadLocal<@Nullable Boolean> MUTED = new ThreadLocal<>();

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
}
