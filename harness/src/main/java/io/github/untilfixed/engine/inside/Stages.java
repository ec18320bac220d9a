package io.github.untilfixed.engine.inside;

import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Origin;
import java.util.List;
import java.util.Optional;

/** Reads from a stack trace in which step of Jupiter's life cycle an exception started. */
final class Stages {

    private static final String DESCRIPTORS = "org.junit.jupiter.engine.descriptor.";
    private static final String HIERARCHY = "org.junit.platform.engine.support.hierarchical.NodeTestTask";

    private static final List<String> FOREIGN = List.of("org.junit.", "java.", "jdk.");

    private Stages() {}

    /** Returns the innermost method of Jupiter's descriptors in the trace that names a step. */
    static Optional<String> of(Throwable thrown) {
        return Facts.trace(thrown).stream()
                .filter(Stages::isStep)
                .map(frame -> step(frame.getMethodName()))
                .findFirst();
    }

    private static boolean isStep(StackTraceElement frame) {
        var name = step(frame.getMethodName());
        return (frame.getClassName().startsWith(DESCRIPTORS)
                        || frame.getClassName().startsWith(HIERARCHY))
                && (name.startsWith("invoke") || name.equals("cleanUp") || name.equals("prepare"));
    }

    /** Returns the method that the step called, such as that of an extension; empty when it is JUnit's own. */
    static Optional<String> callee(Throwable thrown) {
        var inside = Facts.trace(thrown).stream()
                .takeWhile(frame -> !isStep(frame))
                .filter(frame -> FOREIGN.stream().noneMatch(frame.getClassName()::startsWith))
                .toList();
        return inside.isEmpty()
                ? Optional.empty()
                : Optional.of(inside.get(inside.size() - 1)).map(frame -> frame.getClassName() + frame.getMethodName());
    }

    /** Returns the origin of an exception that no interceptor saw. */
    static Origin origin(Throwable thrown) {
        boolean constructing =
                of(thrown).filter("invokeTestClassConstructor"::equals).isPresent();
        return constructing ? Origin.SET_UP : Origin.EXTENSION;
    }

    static boolean isAfter(Throwable thrown) {
        return of(thrown)
                .filter(step -> step.startsWith("invokeAfter") || step.equals("cleanUp"))
                .isPresent();
    }

    /** A lambda is named after its method: {@code lambda$invokeBeforeEachCallbacks$1}. */
    private static String step(String method) {
        if (!method.startsWith("lambda$")) {
            return method;
        }
        var name = method.substring("lambda$".length());
        int end = name.indexOf('$');
        return end < 0 ? name : name.substring(0, end);
    }
}
