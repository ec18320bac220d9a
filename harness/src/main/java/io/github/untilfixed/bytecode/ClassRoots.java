package io.github.untilfixed.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The directories that tests were compiled to.
 *
 * @param directories in their order, without those that are archives
 */
public record ClassRoots(Set<Path> directories) {

    private static final int UTF8 = 1;

    /** Returns the directories that the classes were loaded from. */
    public static ClassRoots of(Collection<Class<?>> classes) {
        var directories = new TreeSet<Path>();
        classes.stream()
                .flatMap(type -> Optional.ofNullable(type.getProtectionDomain().getCodeSource()).stream())
                .distinct()
                .map(ClassRoots::path)
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .forEach(directories::add);
        return new ClassRoots(directories);
    }

    /** Returns those of the words that are a constant of some class file, for example as the value of an annotation. */
    public Set<String> constants(Collection<String> words) throws IOException {
        var missing = new HashSet<>(words);
        for (var file : classFiles()) {
            if (missing.isEmpty()) {
                return Set.copyOf(words);
            }
            missing.removeAll(constants(Files.readAllBytes(file), missing));
        }
        var found = new HashSet<>(words);
        found.removeAll(missing);
        return found;
    }

    /**
     * Returns the names of the classes that have both words as constants, for example an annotation's type and its value;
     * annotations themselves do not count.
     */
    public Set<String> classes(String one, String other) throws IOException {
        var words = Set.of(one, other);
        var names = new TreeSet<String>();
        for (var file : classFiles()) {
            var content = Files.readAllBytes(file);
            var reader = new ClassReader(content);
            boolean annotation = (reader.getAccess() & Opcodes.ACC_ANNOTATION) != 0;
            if (!annotation && constants(content, words).size() == words.size()) {
                names.add(reader.getClassName().replace('/', '.'));
            }
        }
        return names;
    }

    private List<Path> classFiles() throws IOException {
        var all = new ArrayList<Path>();
        for (var directory : directories) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(each -> each.toString().endsWith(".class")).forEach(all::add);
            }
        }
        return all;
    }

    private static Set<String> constants(byte[] file, Set<String> words) {
        var reader = new ClassReader(file);
        var found = new HashSet<String>();
        for (int index = 1; index < reader.getItemCount(); index++) {
            int at = reader.getItem(index);
            if (at > 0 && reader.readByte(at - 1) == UTF8) {
                int length = reader.readUnsignedShort(at);
                words.stream().filter(word -> isAt(file, at + 2, length, word)).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isAt(byte[] file, int from, int length, String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        return bytes.length == length && Arrays.equals(file, from, from + length, bytes, 0, length);
    }

    private static Optional<Path> path(CodeSource source) {
        try {
            return source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not a place of the file system: there is nothing to look through.
            return Optional.empty();
        }
    }
}
