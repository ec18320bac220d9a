package io.github.untilfixed.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the registry's file or resource. */
final class RegistryFile {

    private static final String CLASSPATH = "classpath:";

    /** A project whose tests name no incident needs no file there. */
    private static final String DEFAULT = "classpath:incidents.yaml";

    /** Surefire searches each class on its own before it searches them all; the same text is the same registry. */
    private static volatile Registry last = Registry.EMPTY;

    private RegistryFile() {}

    static Registry load(String location) {
        var text = read(location);
        if (text.isEmpty() && location.equals(DEFAULT)) {
            return Registry.EMPTY;
        }
        return text.map(found -> registry(location, found))
                .orElseThrow(() -> new RegistryException(List.of(missing(location))));
    }

    private static Registry registry(String location, String text) {
        var known = last;
        if (!known.source().equals(location) || !known.text().equals(text)) {
            known = RegistryReader.read(location, text);
            last = known;
        }
        return known;
    }

    private static String missing(String location) {
        return location
                + ": there is no such registry of incidents; allowed: a path, or classpath: and a resource; it is"
                + " set by untilfixed.incidents";
    }

    private static Optional<String> read(String location) {
        try {
            return location.startsWith(CLASSPATH)
                    ? resource(location.substring(CLASSPATH.length()))
                    : file(Path.of(location));
        } catch (IOException e) {
            throw new RegistryException(List.of(location + ": cannot be read: " + e));
        }
    }

    private static Optional<String> file(Path path) throws IOException {
        return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }

    private static Optional<String> resource(String name) throws IOException {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        var loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        try (var in = loader.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
