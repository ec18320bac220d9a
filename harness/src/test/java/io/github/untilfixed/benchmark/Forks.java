package io.github.untilfixed.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What a fork costs that Surefire starts: a new JVM, with nothing compiled yet, that looks at each class alone and then
 * runs them all. Measured from the start of the process to its end.
 */
final class Forks {

    private static final int ROUNDS = 11;

    private final PrintStream out;
    private final Path directory;
    private final Path registry;

    /**
     * Creates the comparison.
     *
     * @param directory where the class files are
     * @param registry the file of the incidents
     */
    Forks(PrintStream out, Path directory, Path registry) {
        this.out = out;
        this.directory = directory;
        this.registry = registry;
    }

    /** Compares the harness with plain Jupiter. */
    void compare(String what, List<Class<?>> classes) throws Exception {
        var ratios = new ArrayList<Double>();
        var added = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            double earlier = run(first ? Engine.HARNESS : Engine.PLAIN, classes);
            double later = run(first ? Engine.PLAIN : Engine.HARNESS, classes);
            ratios.add(first ? earlier / later : later / earlier);
            added.add(first ? earlier - later : later - earlier);
        }
        added.sort(null);
        out.printf(Locale.ROOT, "%s (%d pairs)%n", what, ROUNDS);
        out.printf(Locale.ROOT, "%s  added %.0f ms%n", Ratios.text("time", ratios), added.get(ROUNDS / 2));
    }

    private double run(Engine engine, List<Class<?>> classes) throws IOException, InterruptedException {
        var output = Files.createTempDirectory(directory, "fork");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                directory + File.pathSeparator + System.getProperty("java.class.path"),
                Forks.class.getName(),
                engine.name(),
                registry.toString(),
                output.toString()));
        classes.forEach(type -> command.add(type.getName()));
        long start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a fork with " + engine + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** The program of a fork: the engine, the registry, the directory for the output, and the names of the classes. */
    public static void main(String[] arguments) throws Exception {
        var launcher = Engine.valueOf(arguments[0]).launcher();
        var classes = new ArrayList<Class<?>>();
        for (var name : Arrays.asList(arguments).subList(3, arguments.length)) {
            var type = Class.forName(name);
            if (launcher.discover(request(arguments, List.of(type))).containsTests()) {
                classes.add(type);
            }
        }
        var summary = new SummaryGeneratingListener();
        launcher.execute(request(arguments, classes), summary);
        long passed = summary.getSummary().getTestsSucceededCount();
        if (passed != (long) classes.size() * GeneratedTests.METHODS) {
            throw new IllegalStateException(passed + " tests passed in " + classes.size() + " classes");
        }
    }

    private static LauncherDiscoveryRequest request(String[] arguments, List<Class<?>> classes) {
        return GeneratedTests.request(classes, arguments[1], arguments[2]).build();
    }
}
