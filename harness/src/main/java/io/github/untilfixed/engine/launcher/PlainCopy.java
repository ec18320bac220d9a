package io.github.untilfixed.engine.launcher;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestEngine;

/** What this thread knows about the discovery that it is in: whether Jupiter's own copy of the tests is to be dropped. */
public final class PlainCopy {

    /** The id of plain Jupiter's engine. */
    public static final String ENGINE = "junit-jupiter";

    private static final ThreadLocal<@Nullable Boolean> MUTED = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable TestEngine> LOADED = new ThreadLocal<>();

    private PlainCopy() {}

    /** Has what plain Jupiter finds in this discovery dropped. */
    public static void mute() {
        MUTED.set(true);
    }

    static void unmute() {
        MUTED.remove();
    }

    static boolean muted() {
        return Boolean.TRUE.equals(MUTED.get());
    }

    /** Notes that this thread has made the harness's engine. */
    public static void loaded(TestEngine harness) {
        LOADED.set(harness);
    }

    /** Returns the harness's engine if this thread has made it since it was last asked. */
    static Optional<TestEngine> takeLoaded() {
        var loaded = Optional.ofNullable(LOADED.get());
        LOADED.remove();
        return loaded;
    }
}
