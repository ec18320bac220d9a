package io.github.untilfixed.engine.launcher;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Drops what plain Jupiter found when the harness's engine has found the same tests. */
public final class PlainCopyFilter implements PostDiscoveryFilter {

    private static final FilterResult KEPT = FilterResult.included("not plain Jupiter's");
    private static final FilterResult DROPPED = FilterResult.excluded("run by the harness's engine");

    /** Created by JUnit. */
    public PlainCopyFilter() {}

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        boolean drop = !descriptor.isRoot() && PlainCopy.muted(descriptor.getUniqueId());
        return drop ? DROPPED : KEPT;
    }
}
