package io.github.untilfixed.engine;

import io.github.untilfixed.engine.launcher.PlainCopy;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * Runs Jupiter's tests tier by tier and turns each outcome into a verdict, after tear-down and the close of stored
 * resources, wherever the failure started. Found by {@link java.util.ServiceLoader}; while it is enabled, the plain
 * copy of the tests is muted.
 */
public final class UntilFixedTestEngine implements TestEngine {

    /** The engine's id. */
    public static final String ID = "untilfixed";

    /** Created by JUnit. */
    public UntilFixedTestEngine() {
        PlainCopy.loaded(this);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("io.github.untilfixed");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("untilfixed-harness");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        JUnitVersions.tooOld().ifPresent(UntilFixedTestEngine::refuse);
        return new Discovery(request, uniqueId).discover();
    }

    /** With an older JUnit there are no classes for a red test that says it, and build tools print no cause. */
    private static void refuse(String problem) {
        System.err.println("[untilfixed] " + problem);
        throw new JUnitException(problem);
    }

    @Override
    public void execute(ExecutionRequest request) {
        if (request.getRootTestDescriptor() instanceof HarnessDescriptor root) {
            root.plan().ifPresent(plan -> new Execution(request, root, plan).run());
        }
    }
}
