package io.github.untilfixed.engine;

import io.github.untilfixed.bytecode.ClassRoots;
import io.github.untilfixed.cleanup.Cleanup;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Says what to delete once every test of a flipped incident has passed. */
final class Flip {

    private static final String CLASSPATH = "classpath:";

    /** One after the other the diffs of incidents do not apply where they share an annotation or lie side by side. */
    static final String ALL = "all-fixed";

    private final HarnessConfig config;
    private final Registry registry;
    private final ClassRoots roots;

    Flip(HarnessConfig config, Registry registry, ClassRoots roots) {
        this.config = config;
        this.registry = registry;
        this.roots = roots;
    }

    /** Writes the diffs beside the journal, one for each incident and one for all of them, and returns the list. */
    List<String> cleanUp(List<Incident> incidents) {
        var list = incidents.stream()
                .flatMap(incident -> write(incident.id(), List.of(incident)).stream())
                .toList();
        if (incidents.size() > 1) {
            write(ALL, incidents);
        }
        return list;
    }

    /** Takes back what an earlier execution of the build wrote of incidents that are not fixed after all. */
    void withdraw(Collection<String> notFixed) {
        try {
            for (var id : notFixed) {
                Files.deleteIfExists(config.outputDirectory().resolve(name(id)));
                Files.deleteIfExists(config.outputDirectory().resolve(name(ALL)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a diff of incidents that are not fixed cannot be removed", e);
        }
    }

    /** Returns the name of the diff for an incident, or for {@link #ALL}. */
    static String name(String of) {
        return "delete-" + of + ".diff";
    }

    private List<String> write(String of, List<Incident> incidents) {
        try {
            var base = Path.of("").toAbsolutePath();
            var cleanup = Cleanup.of(incidents, registryFile(), sources("java").toList(), base);
            if (!cleanup.diff().isEmpty()) {
                var file = config.outputDirectory().resolve(name(of));
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, cleanup.diff());
            }
            return cleanup.list();
        } catch (IOException e) {
            return List.of(of + ": what to delete could not be found out: " + e);
        }
    }

    private Path registryFile() {
        var location = registry.source();
        if (!location.startsWith(CLASSPATH)) {
            return Path.of(location).toAbsolutePath();
        }
        var name = location.substring(CLASSPATH.length());
        return sources("resources")
                .map(directory -> directory.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(Path.of(name).toAbsolutePath());
    }

    /** From where Maven and Gradle compile to where they keep the sources. */
    private Stream<Path> sources(String kind) {
        return roots.directories().stream()
                .flatMap(root -> Stream.iterate(root, path -> path != null, Path::getParent)
                        .limit(5))
                .map(path -> path.resolve("src/test").resolve(kind))
                .filter(Files::isDirectory)
                .distinct();
    }
}
