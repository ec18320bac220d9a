package io.github.untilfixed.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds, in one pass over a class file, the test methods that assert something themselves, catch nothing and call nothing
 * else that would have to be followed. Thread-safe.
 */
final class PlainBodies {

    /** A class comes once for all of its tests; more need not be remembered. */
    private static final int REMEMBERED = 50;

    private static final String TEST = "()V";
    private static final String ASSERTIONS = "org/junit/jupiter/api/Assertions";

    private final Map<Class<?>, Set<String>> showing = new ConcurrentHashMap<>();

    /** Returns whether the method without parameters surely shows something; false says nothing. */
    boolean surelyShows(Class<?> type, String method) {
        var known = showing.get(type);
        if (known == null) {
            known = read(type);
            if (showing.size() >= REMEMBERED) {
                showing.clear();
            }
            showing.put(type, known);
        }
        return known.contains(method);
    }

    private static Set<String> read(Class<?> type) {
        var showing = new HashSet<String>();
        try {
            var source = type.getProtectionDomain().getCodeSource();
            if (source == null || !source.getLocation().getProtocol().equals("file")) {
                return Set.of();
            }
            var file =
                    Path.of(source.getLocation().toURI()).resolve(type.getName().replace('.', '/') + ".class");
            new ClassReader(Files.readAllBytes(file))
                    .accept(new Methods(showing), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            return showing;
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            // Not readable this way, as in an archive: each of its tests is looked at one by one.
            return Set.of();
        }
    }

    private static final class Methods extends ClassVisitor {

        private final Set<String> showing;

        Methods(Set<String> showing) {
            super(Opcodes.ASM9);
            this.showing = showing;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return descriptor.equals(TEST) ? new Body(name, showing) : null;
        }
    }

    /** Notes a call of an assertion whose arguments are not all constants, and whatever asks for a closer look. */
    private static final class Body extends MethodVisitor {

        private final String name;
        private final Set<String> showing;
        private boolean needsCloserLook;
        private boolean asserts;
        private boolean sawValue;

        Body(String name, Set<String> showing) {
            super(Opcodes.ASM9);
            this.name = name;
            this.showing = showing;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            needsCloserLook = true;
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            sawValue = true;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            if (owner.equals(ASSERTIONS)) {
                asserts |= sawValue && !descriptor.startsWith("(Z");
            } else {
                needsCloserLook |= !owner.startsWith("java/") || Vocabulary.mayStartWork(owner);
            }
            sawValue = true;
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            needsCloserLook = true;
        }

        @Override
        public void visitEnd() {
            if (asserts && !needsCloserLook) {
                showing.add(name);
            }
        }
    }
}
