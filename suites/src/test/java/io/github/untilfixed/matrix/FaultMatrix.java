package io.github.untilfixed.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.cli.ReportsCommand;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs the suites under every fault in both modes and writes {@code docs/fault-matrix.md} from every run that is in its
 * directory. Started by {@code ./mvnw -Pfault-matrix process-test-classes}; what the properties {@code matrix.*} mean is in
 * {@code docs/incident-1278.md}.
 */
final class FaultMatrix {

    private final Path directory = Path.of(property("directory"));
    private final String timeScale = property("time-scale");
    private final int repeat = Integer.parseInt(property("repeat"));
    private final String tag = property("tag");
    private final List<Mode> modes = chosen("modes", Arrays.asList(Mode.values()), SuitesRun::id);
    private final List<Fault> faults = chosen("faults", Arrays.asList(Fault.values()), Fault::id);

    private FaultMatrix() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var matrix = new FaultMatrix();
        Files.createDirectories(matrix.directory);
        try (var lock = FileChannel.open(
                matrix.directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new IllegalStateException("another fault matrix writes to " + matrix.directory
                        + "; wait for it, or take another -Dmatrix.directory");
            }
            matrix.run();
        }
    }

    private void run() throws IOException, InterruptedException {
        for (int round = 1; round <= repeat; round++) {
            for (var mode : modes) {
                for (var fault : faults) {
                    run(mode, fault, round);
                }
            }
        }
        Files.writeString(Path.of(property("page")), new MatrixPage(MatrixRuns.in(directory)).markdown());
    }

    private static String property(String name) {
        return System.getProperty("matrix." + name, "").strip();
    }

    private static List<String> words(String name) {
        return Stream.of(property(name).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <T> List<T> chosen(String property, List<T> all, Function<T, String> id) {
        return choose("matrix." + property, words(property), all, id);
    }

    /**
     * Returns those of some things that are named, all when none is.
     *
     * @throws IllegalArgumentException when a name is unknown; says what is allowed
     */
    static <T> List<T> choose(String property, List<String> names, List<T> all, Function<T, String> id) {
        var known = all.stream().map(id).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    property + " = " + name + " is unknown; allowed, with blanks between them: " + known);
        });
        return all.stream()
                .filter(each -> names.isEmpty() || names.contains(id.apply(each)))
                .toList();
    }

    /** One that has ended is not run again: an interrupted matrix goes on, {@code ./mvnw clean} makes it start anew. */
    private void run(Mode mode, Fault fault, int round) throws IOException, InterruptedException {
        var output = directory
                .resolve(tag.isEmpty() ? timeScale : timeScale + "-" + tag)
                .resolve(SuitesRun.id(mode) + "-" + fault.id())
                .resolve(String.valueOf(round));
        if (!Files.exists(output.resolve(MatrixRun.EXIT_CODES))) {
            long start = System.nanoTime();
            Files.createDirectories(output);
            Files.deleteIfExists(output.resolve(MatrixRun.JOURNAL));
            var arguments = new ArrayList<>(List.of(mode.name(), fault.id(), timeScale, output.toString()));
            arguments.addAll(words("tag"));
            int suites = fork(output.resolve("suites.log"), SuitesRun.class, arguments);
            int gate = fork(
                    output.resolve("gate.log"),
                    ReportsCommand.class,
                    List.of(
                            "gate",
                            "--journal",
                            output.resolve(MatrixRun.JOURNAL).toString()));
            Files.writeString(output.resolve(MatrixRun.EXIT_CODES), suites + " " + gate);
            var done = MatrixRun.read(output).orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%s %s at %s%s, %d: %s, exit codes %d and %d, %.0f s%n",
                    SuitesRun.id(mode),
                    fault.id(),
                    timeScale,
                    tag.isEmpty() ? "" : " (" + tag + ")",
                    round,
                    done.counts(),
                    suites,
                    gate,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static int fork(Path log, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
