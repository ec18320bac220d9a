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
import java.util.ArrayList;
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

    /**
     * Returns what to delete for each incident that was found fixed, and writes it as diffs beside the journal: one for each
     * whose tests have all run, and one for all of these. Takes back the diffs of those that are not fixed after all.
     */
    List<String> cleanUp(Fixes fixes) {
        withdraw(fixes.notFixed());
        var list = new ArrayList<String>();
        for (var incident : fixes.passed()) {
            var cleanup = cleanUp(List.of(incident));
            list.addAll(cleanup.list());
            if (fixes.proven().contains(incident)) {
                write(incident.id(), cleanup);
            }
        }
        if (fixes.proven().size() > 1) {
            write(ALL, cleanUp(fixes.proven()));
        }
        return list;
    }

    private void withdraw(Collection<String> notFixed) {
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

    private Cleanup cleanUp(List<Incident> incidents) {
        try {
            var base = Path.of("").toAbsolutePath();
            return Cleanup.of(incidents, registryFile(), sources("java").toList(), base);
        } catch (IOException e) {
            return new Cleanup(List.of("what to delete could not be found out: " + e), "");
        }
    }

    private void write(String of, Cleanup cleanup) {
        if (cleanup.diff().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(config.outputDirectory());
            Files.writeString(config.outputDirectory().resolve(name(of)), cleanup.diff());
        } catch (IOException e) {
            throw new UncheckedIOException("what to delete cannot be written", e);
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
