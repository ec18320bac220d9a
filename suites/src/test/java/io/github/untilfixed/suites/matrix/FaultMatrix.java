package io.github.untilfixed.suites.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the suites under every fault in both modes and writes {@code docs/fault-matrix.md}.
 *
 * <p>Started by {@code ./mvnw -Pfault-matrix process-test-classes}. Arguments: the page to write, a directory for the journals, the
 * time scale, and the faults, by default all of them.
 */
final class FaultMatrix {

    private static final String SUITES = "io.github.untilfixed.suites";

    private final Path directory;
    private final String timeScale;

    private FaultMatrix(Path directory, String timeScale) {
        this.directory = directory;
        this.timeScale = timeScale;
    }

    public static void main(String[] arguments) throws IOException {
        var page = Path.of(arguments[0]);
        var matrix = new FaultMatrix(Path.of(arguments[1]), arguments[2]);
        var faults = arguments.length > 3
                ? Arrays.stream(arguments)
                        .skip(3)
                        .map(id -> Fault.of(id).orElseThrow())
                        .toList()
                : List.of(Fault.values());
        var runs = new ArrayList<MatrixRun>();
        for (var mode : Mode.values()) {
            for (var fault : faults) {
                runs.add(matrix.run(mode, fault));
            }
        }
        Files.writeString(page, new MatrixPage(runs, arguments[2]).markdown());
        System.exit(0);
    }

    private MatrixRun run(Mode mode, Fault fault) throws IOException {
        var modeId = mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var output = directory.resolve(modeId + "-" + fault.id());
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage(SUITES))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Tests"))
                .configurationParameter("untilfixed.mode", modeId)
                .configurationParameter("untilfixed.fault", fault.id())
                .configurationParameter("untilfixed.time-scale", timeScale)
                // Every test says something under every fault, also above a tier that is red.
                .configurationParameter("untilfixed.gate", "none")
                .configurationParameter("untilfixed.output-directory", output.toString())
                .build();
        long start = System.nanoTime();
        if (!finished(output)) {
            try (var session = LauncherFactory.openSession()) {
                session.getLauncher().execute(request);
            }
        }
        var run = new MatrixRun(mode, fault, Journal.read(output.resolve("journal.jsonl")));
        System.out.printf(
                Locale.ROOT,
                "%s %s: %s, %.0f s%n",
                modeId,
                fault.id(),
                run.counts(),
                (System.nanoTime() - start) / 1e9);
        return run;
    }

    /** A matrix that was interrupted goes on where it was; {@code ./mvnw clean} makes it start again. */
    private static boolean finished(Path output) throws IOException {
        var journal = output.resolve("journal.jsonl");
        return Files.exists(journal) && Journal.read(journal).end().isPresent();
    }
}
