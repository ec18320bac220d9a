package io.github.untilfixed.bytecode;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the class files of the project, which are those that lie in directories; thread-safe. */
final class ClassFiles {

    /** Enough for the classes that the tests of some test classes call; more would only take memory. */
    private static final int REMEMBERED = 500;

    private final ClassLoader loader;
    private final Map<String, Optional<ClassNode>> classes = new ConcurrentHashMap<>();

    ClassFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns a class by internal name; empty when it is not the project's. */
    Optional<ClassNode> find(String internalName) {
        var known = classes.get(internalName);
        if (known == null) {
            known = read(internalName);
            if (classes.size() >= REMEMBERED) {
                classes.clear();
            }
            classes.put(internalName, known);
        }
        return known;
    }

    /** Returns the method, as declared by the class or by the nearest of its superclasses in the project. */
    Optional<Found> method(String internalName, String name, String descriptor) {
        var owner = find(internalName);
        while (owner.isPresent()) {
            var type = owner.get();
            for (var method : type.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    return Optional.of(new Found(type, method));
                }
            }
            owner = type.superName == null ? Optional.empty() : find(type.superName);
        }
        return Optional.empty();
    }

    private Optional<ClassNode> read(String internalName) {
        var url = loader.getResource(internalName + ".class");
        if (url == null || !url.getProtocol().equals("file")) {
            return Optional.empty();
        }
        try (var in = url.openStream()) {
            var node = new ClassNode();
            new ClassReader(in.readAllBytes()).accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            return Optional.of(node);
        } catch (IOException | IllegalArgumentException e) {
            // Not readable, or newer than the reader: what cannot be read is not called hollow.
            return Optional.empty();
        }
    }

    /** A method with the class that declares it. */
    record Found(ClassNode owner, MethodNode method) {
        String key() {
            return owner.name + "." + method.name + method.desc;
        }
    }
}
