package io.github.untilfixed.engine;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Drops what plain Jupiter found when the harness's engine has found the same tests. */
public final class PlainCopyFilter implements PostDiscoveryFilter {

    /** Created by JUnit. */
    public PlainCopyFilter() {}

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        boolean drop = PlainCopy.muted() && !descriptor.isRoot() && isPlain(descriptor.getUniqueId());
        return FilterResult.includedIf(!drop, () -> "not plain Jupiter's", () -> "run by " + UntilFixedTestEngine.ID);
    }

    private static boolean isPlain(UniqueId id) {
        return id.getSegments().stream()
                .anyMatch(segment ->
                        segment.getType().equals("engine") && segment.getValue().equals(JupiterEngine.ID));
    }
}
