package io.github.untilfixed.engine;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The one red test that shows what is wrong before any other test runs, inside a container that looks like a test
 * class: Surefire and Failsafe forget results that belong to no class.
 */
final class ProblemDescriptor extends AbstractTestDescriptor {

    private static final String CLASS_NAME = UntilFixedTestEngine.class.getName();

    private final Type type;

    private ProblemDescriptor(UniqueId id, String displayName, TestSource source, Type type) {
        super(id, displayName, source);
        this.type = type;
    }

    static ProblemDescriptor container(UniqueId parent, int index) {
        return new ProblemDescriptor(
                parent.append("problem", String.valueOf(index)),
                "UntilFixed",
                ClassSource.from(CLASS_NAME),
                Type.CONTAINER);
    }

    static ProblemDescriptor test(UniqueId container, Problems problems) {
        return new ProblemDescriptor(
                container.append("test", problems.title()),
                "UntilFixed: " + problems.title(),
                MethodSource.from(CLASS_NAME, problems.title()),
                Type.TEST);
    }

    @Override
    public Type getType() {
        return type;
    }
}
