package io.github.untilfixed.suites.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.cli.ReportsCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private FaultMatrix() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var matrix = new FaultMatrix();
        for (int round = 1; round <= matrix.repeat; round++) {
            for (var mode : modes()) {
                for (var fault : faults()) {
                    matrix.run(mode, fault, round);
                }
            }
        }
        Files.writeString(Path.of(property("page")), new MatrixPage(MatrixRuns.in(matrix.directory)).markdown());
    }

    private static String property(String name) {
        return System.getProperty("matrix." + name, "").strip();
    }

    private static List<String> words(String name) {
        return Stream.of(property(name).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Mode> modes() {
        var wanted = words("modes");
        return Arrays.stream(Mode.values())
                .filter(mode -> wanted.isEmpty() || wanted.contains(SuitesRun.id(mode)))
                .toList();
    }

    private static List<Fault> faults() {
        var wanted = words("faults");
        return wanted.isEmpty()
                ? List.of(Fault.values())
                : wanted.stream().map(id -> Fault.of(id).orElseThrow()).toList();
    }

    /** One that has ended is not run again: an interrupted matrix goes on, {@code ./mvnw clean} makes it start anew. */
    private void run(Mode mode, Fault fault, int round) throws IOException, InterruptedException {
        var output = directory
                .resolve(timeScale)
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
