package io.github.untilfixed.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The runs that a directory holds, also of different time scales and repeated ones.
 *
 * @param runs by time scale from the highest, then mode, fault and number
 */
record MatrixRuns(List<MatrixRun> runs) {

    private static final Comparator<MatrixRun> ORDER = Comparator.comparingInt(MatrixRun::timeScale)
            .reversed()
            .thenComparing(MatrixRun::mode)
            .thenComparing(MatrixRun::fault);

    static MatrixRuns in(Path directory) throws IOException {
        var runs = new ArrayList<MatrixRun>();
        try (var files = Files.find(directory, 4, (file, attributes) -> file.endsWith(MatrixRun.EXIT_CODES))) {
            for (var file : files.sorted().toList()) {
                MatrixRun.read(file.resolveSibling("")).ifPresent(runs::add);
            }
        }
        runs.sort(ORDER);
        return new MatrixRuns(List.copyOf(runs));
    }

    /** Returns the time scales, the highest first; the table shows that one. */
    List<Integer> timeScales() {
        return List.copyOf(new TreeSet<>(runs.stream().map(MatrixRun::timeScale).toList()).descendingSet());
    }

    /** Returns whether any combination ran more than once. */
    boolean repeated() {
        return runs.stream()
                .anyMatch(run -> of(run.timeScale(), run.mode(), run.fault()).size() > 1);
    }

    List<MatrixRun> of(int timeScale, Mode mode) {
        return runs.stream()
                .filter(run -> run.timeScale() == timeScale && run.mode() == mode)
                .toList();
    }

    List<MatrixRun> of(int timeScale, Mode mode, Fault fault) {
        return of(timeScale, mode).stream().filter(run -> run.fault() == fault).toList();
    }

    Optional<MatrixRun> first(int timeScale, Mode mode, Fault fault) {
        return of(timeScale, mode, fault).stream().findFirst();
    }

    List<Fault> faults(int timeScale, Mode mode) {
        return of(timeScale, mode).stream().map(MatrixRun::fault).distinct().toList();
    }

    /**
     * Returns the tests on which runs do not agree, each with its verdicts in the order of the runs; a test that one of
     * them lacks is one of these.
     */
    static Map<String, List<String>> differences(List<MatrixRun> runs) {
        return differences(
                runs,
                runs.stream().flatMap(run -> run.verdicts().keySet().stream()).collect(Collectors.toSet()));
    }

    /** Likewise, but tests that a run selected are looked for in another one that selected at least as many. */
    static Map<String, List<String>> differences(MatrixRun whole, MatrixRun part) {
        return differences(List.of(whole, part), part.verdicts().keySet());
    }

    private static Map<String, List<String>> differences(List<MatrixRun> runs, Set<String> tests) {
        var byTest = new TreeMap<String, List<String>>();
        for (var test : tests) {
            var verdicts = runs.stream()
                    .map(run -> Optional.ofNullable(run.verdicts().get(test))
                            .map(Verdict::name)
                            .orElse("missing"))
                    .toList();
            if (verdicts.stream().distinct().count() > 1) {
                byTest.put(test, verdicts);
            }
        }
        return byTest;
    }
}
