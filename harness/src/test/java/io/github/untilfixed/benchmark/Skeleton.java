package io.github.untilfixed.benchmark;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/**
 * The least that any harness does that keeps two promises: it knows of each test whether its body was entered, for which
 * JUnit has an interceptor and nothing else, and a line about each test is with the operating system when the next one
 * starts. It judges nothing; the line is always the same, as long as one of ours, with only the name of the test in it.
 */
public final class Skeleton implements TestEngine {

    private static final String LINE =
            "{\"record\":\"test\",\"name\":\"%s\",\"entered\":%s,\"filler\":\"" + "x".repeat(360);

    private static final String[] PARTS = LINE.split("%s", -1);

    /** Registers the interceptor as the harness registers its own extensions: without an annotation on each class. */
    static final Map<String, String> PARAMETERS = Map.of(
            "junit.jupiter.extensions.autodetection.enabled",
            "true",
            "junit.jupiter.extensions.autodetection.include",
            Watching.class.getName());

    private static boolean entered;

    private final JupiterTestEngine jupiter = new JupiterTestEngine();

    /** Notes that a body is entered. */
    public static final class Watching implements InvocationInterceptor {

        /** Created by Jupiter. */
        public Watching() {}

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            entered = true;
            invocation.proceed();
        }
    }

    @Override
    public String getId() {
        return "skeleton";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return jupiter.discover(request, id);
    }

    @Override
    public void execute(ExecutionRequest request) {
        var directory = Path.of(request.getConfigurationParameters()
                .get("untilfixed.output-directory")
                .orElseThrow());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var services = services(directory);
                var journal =
                        new FileOutputStream(directory.resolve("journal.jsonl").toFile())) {
            thread.setContextClassLoader(services);
            jupiter.execute(ExecutionRequest.create(
                    request.getRootTestDescriptor(),
                    new Recording(request.getEngineExecutionListener(), journal),
                    request.getConfigurationParameters(),
                    request.getOutputDirectoryCreator(),
                    request.getStore()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Where Jupiter finds the interceptor; on the class path every other run with autodetection would. */
    private static URLClassLoader services(Path directory) throws IOException {
        var root = directory.resolve("services");
        var file = root.resolve("META-INF/services/" + Extension.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Watching.class.getName());
        return new URLClassLoader(new URL[] {root.toUri().toURL()}, Skeleton.class.getClassLoader());
    }

    /** Of the generated tests nothing else is to be told. */
    private record Recording(EngineExecutionListener junit, OutputStream journal) implements EngineExecutionListener {

        @Override
        public void executionStarted(TestDescriptor test) {
            junit.executionStarted(test);
        }

        @Override
        public void executionFinished(TestDescriptor test, TestExecutionResult result) {
            if (test.isTest()) {
                write(PARTS[0] + test.getDisplayName() + PARTS[1] + entered + PARTS[2] + "\"}\n");
                entered = false;
            }
            junit.executionFinished(test, result);
        }

        private void write(String line) {
            try {
                journal.write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
