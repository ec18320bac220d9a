package io.github.untilfixed.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** The one red test that shows what is wrong before any other test runs. */
final class ProblemDescriptor extends AbstractTestDescriptor {

    ProblemDescriptor(UniqueId parent, Problems problems, int index) {
        super(
                parent.append("problem", problems.title() + "-" + index),
                "UntilFixed: " + problems.title(),
                ClassSource.from(UntilFixedTestEngine.class));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
