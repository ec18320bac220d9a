package io.github.untilfixed.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.untilfixed.E2EStagingTier;
import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.UnitTier;
import java.io.IOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes test classes of 100 methods each, as class files, and loads them. */
final class GeneratedTests {

    static final int METHODS = 100;

    private static final List<Class<?>> TIERS =
            List.of(UnitTier.class, IntegrationTier.class, E2EStagingTier.class, InfrastructureTier.class);
    private static final String PIONEER = "Lorg/junitpioneer/jupiter/ExpectedToFail;";

    private final Path directory;

    GeneratedTests(Path directory) {
        this.directory = directory;
    }

    /** What the generated tests do. */
    enum Kind {
        PASSING,
        PASSING_IN_ONE_TIER,
        PASSING_IN_FOUR_TIERS,
        FAILING,
        FAILING_UNTIL_FIXED,
        FAILING_FOR_PIONEER;

        /** Returns what JUnit is to be told of each. */
        TestExecutionResult.Status expected() {
            return switch (this) {
                case PASSING, PASSING_IN_ONE_TIER, PASSING_IN_FOUR_TIERS -> TestExecutionResult.Status.SUCCESSFUL;
                case FAILING -> TestExecutionResult.Status.FAILED;
                case FAILING_UNTIL_FIXED, FAILING_FOR_PIONEER -> TestExecutionResult.Status.ABORTED;
            };
        }
    }

    List<Class<?>> load(Kind kind, int tests) throws IOException, ClassNotFoundException {
        var names = new ArrayList<String>();
        for (int index = 0; index < tests / METHODS; index++) {
            var name = "generated/" + kind + tests + "_" + index;
            var file = directory.resolve(name + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, write(name, kind, index));
            names.add(name.replace('/', '.'));
        }
        // Left open: the classes are used until the end of the process.
        var loader = new URLClassLoader(new URL[] {url()}, GeneratedTests.class.getClassLoader());
        var classes = new ArrayList<Class<?>>();
        for (var name : names) {
            classes.add(loader.loadClass(name));
        }
        return classes;
    }

    /** Starts a request for classes, with a registry of incidents and a directory for the output. */
    static LauncherDiscoveryRequestBuilder request(List<Class<?>> classes, String registry, String output) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(type -> selectClass(type)).toList())
                .configurationParameter("untilfixed.enabled", "true")
                .configurationParameter("untilfixed.incidents", registry)
                .configurationParameter("untilfixed.output-directory", output);
    }

    private URL url() throws MalformedURLException {
        return directory.toUri().toURL();
    }

    private static byte[] write(String name, Kind kind, int number) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        tier(kind, number)
                .ifPresent(tier ->
                        writer.visitAnnotation(Type.getDescriptor(tier), true).visitEnd());
        var constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(constructor);
        for (int index = 0; index < METHODS; index++) {
            var method = writer.visitMethod(Opcodes.ACC_PUBLIC, "test" + index, "()V", null, null);
            method.visitAnnotation(Type.getDescriptor(Test.class), true).visitEnd();
            annotate(method, kind);
            body(method, kind);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static Optional<Class<?>> tier(Kind kind, int number) {
        return switch (kind) {
            case PASSING_IN_ONE_TIER -> Optional.of(TIERS.get(0));
            case PASSING_IN_FOUR_TIERS -> Optional.of(TIERS.get(number % TIERS.size()));
            default -> Optional.empty();
        };
    }

    private static void annotate(MethodVisitor method, Kind kind) {
        if (kind == Kind.FAILING_UNTIL_FIXED) {
            var annotation = method.visitAnnotation(Type.getDescriptor(FailsUntilFixed.class), true);
            var value = annotation.visitArray("value");
            value.visit(null, "1278");
            value.visitEnd();
            annotation.visitEnd();
        } else if (kind == Kind.FAILING_FOR_PIONEER) {
            method.visitAnnotation(PIONEER, true).visitEnd();
        }
    }

    private static void body(MethodVisitor method, Kind kind) {
        method.visitCode();
        if (kind.expected() == TestExecutionResult.Status.SUCCESSFUL) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "org/junit/jupiter/api/Assertions",
                    "assertNotNull",
                    "(Ljava/lang/Object;)V",
                    false);
            end(method);
            return;
        }
        var type = Type.getInternalName(ConnectException.class);
        method.visitTypeInsn(Opcodes.NEW, type);
        method.visitInsn(Opcodes.DUP);
        method.visitLdcInsn("Connection refused");
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "(Ljava/lang/String;)V", false);
        method.visitInsn(Opcodes.ATHROW);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
