package io.github.untilfixed.engine.launcher;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;

/** What this thread knows about the discovery that it is in: where Jupiter's own copy of the tests is to be dropped. */
public final class PlainCopy {

    /** The id of plain Jupiter's engine. */
    public static final String ENGINE = "junit-jupiter";

    /** The places of the harness's engine: at the top, and in each suite that has it. */
    private static final ThreadLocal<@Nullable Set<List<Segment>>> MUTED = new ThreadLocal<>();

    private static final ThreadLocal<@Nullable TestEngine> LOADED = new ThreadLocal<>();

    private PlainCopy() {}

    /**
     * Has what plain Jupiter finds in this discovery dropped, beside the harness's engine: a suite may ask for plain Jupiter
     * alone.
     */
    public static void mute(UniqueId harness) {
        var muted = MUTED.get();
        if (muted == null) {
            muted = new HashSet<>();
            MUTED.set(muted);
        }
        var segments = harness.getSegments();
        muted.add(List.copyOf(segments.subList(0, segments.size() - 1)));
    }

    static void unmute() {
        MUTED.remove();
    }

    /** Returns whether a test or container was found by plain Jupiter beside the harness's engine. */
    static boolean muted(UniqueId id) {
        var muted = MUTED.get();
        return muted != null && place(id).filter(muted::contains).isPresent();
    }

    private static Optional<List<Segment>> place(UniqueId id) {
        var segments = id.getSegments();
        for (int index = 0; index < segments.size(); index++) {
            var segment = segments.get(index);
            if (segment.getType().equals("engine") && segment.getValue().equals(ENGINE)) {
                return Optional.of(List.copyOf(segments.subList(0, index)));
            }
        }
        return Optional.empty();
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
