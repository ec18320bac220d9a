package io.github.untilfixed.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of the suites.
 *
 * @param journal what came out
 * @param suites what the run ended with, 0 or 1
 * @param gate what the gate of the reports ended with, 0 or 1
 */
record MatrixRun(Journal journal, int suites, int gate) {

    static final String JOURNAL = "journal.jsonl";
    static final String EXIT_CODES = "exit-codes";

    /** Reads the run of a directory; empty when it has not ended. */
    static Optional<MatrixRun> read(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(EXIT_CODES))) {
            return Optional.empty();
        }
        var codes = Files.readString(directory.resolve(EXIT_CODES)).strip().split(" ", -1);
        var journal = Journal.read(directory.resolve(JOURNAL));
        return Optional.of(new MatrixRun(journal, Integer.parseInt(codes[0]), Integer.parseInt(codes[1])));
    }

    Mode mode() {
        return journal.run().mode();
    }

    Fault fault() {
        return journal.run().faults().stream().findFirst().flatMap(Fault::of).orElse(Fault.NONE);
    }

    int timeScale() {
        return journal.run().timeScale();
    }

    String day() {
        return journal.run().startedAt().toString().substring(0, 10);
    }

    /** Returns what was run, shortened; {@code +} for changes that were not committed. */
    String commit() {
        var commit = journal.run().commit();
        return commit == null
                ? "unknown"
                : commit.substring(0, 7) + (journal.run().dirty() ? "+" : "");
    }

    Map<Verdict, Integer> counts() {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        journal.tests().forEach(test -> counts.merge(test.verdict(), 1, Integer::sum));
        return counts;
    }

    /** Returns the verdict of each test by its name. */
    Map<String, Verdict> verdicts() {
        var verdicts = new TreeMap<String, Verdict>();
        journal.tests().forEach(test -> verdicts.put(name(test), test.verdict()));
        return verdicts;
    }

    /** Returns the hypotheses from the one the run's own measurements speak for most; empty when none was scored. */
    List<ObservationRecord> hypotheses() {
        return journal.observations().stream()
                .filter(observation -> observation.name().equals("hypothesis") && observation.value() != null)
                .sorted(Comparator.comparingDouble(MatrixRun::score).reversed())
                .toList();
    }

    static String named(ObservationRecord hypothesis) {
        return hypothesis.attributes().getOrDefault("name", "?");
    }

    static double score(ObservationRecord hypothesis) {
        var value = hypothesis.value();
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }

    private static String name(TestRecord test) {
        var type = test.className().substring(test.className().lastIndexOf('.') + 1);
        var name = test.displayName().replaceFirst("\\(.*", "");
        return type + "." + (name.contains(" ") ? test.methodName() + "[" + name + "]" : name);
    }
}
