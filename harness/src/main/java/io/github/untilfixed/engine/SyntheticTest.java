package io.github.untilfixed.engine;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** Stands for tests that never came to be, or for a failure that came after all tests had their verdicts. */
final class SyntheticTest extends AbstractTestDescriptor {

    static final String SEGMENT = "synthetic";

    private final Set<TestTag> tags;

    private SyntheticTest(TestDescriptor container, String segment, String displayName) {
        super(
                container.getUniqueId().append(SEGMENT, segment),
                displayName,
                container.getSource().orElse(null));
        this.tags = Set.copyOf(container.getTags());
    }

    static SyntheticTest under(TestDescriptor container, String segment, String displayName) {
        var test = new SyntheticTest(container, segment, displayName);
        container.addChild(test);
        return test;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
