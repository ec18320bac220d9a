package io.github.untilfixed.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of the fault matrix; a pure function of the runs.
 *
 * @param runs those that the page tells of
 */
record MatrixPage(MatrixRuns runs) {

    private static final int RANKED = 3;

    String markdown() {
        var page = new StringBuilder("# Fault matrix\n\n");
        int scale = runs.timeScales().get(0);
        page.append("What each test of the suites says under each fault, at time scale ")
                .append(scale)
                .append(". Written by `./mvnw -Pfault-matrix process-test-classes` from the journals of runs of ")
                .append(String.join(
                        ", ",
                        new TreeSet<>(runs.runs().stream().map(MatrixRun::day).toList())))
                .append(" (the tables: commit ")
                .append(commits(runs.runs().stream().filter(run -> run.timeScale() == scale)))
                .append("); do not edit. How to run it: [incident-1278.md](incident-1278.md#the-fault-matrix).\n\n");
        legend(page);
        for (var mode : Mode.values()) {
            table(scale, mode, page);
        }
        hypotheses(scale, page);
        if (runs.repeated()) {
            repetitions(page);
        }
        if (runs.timeScales().size() > 1) {
            timeScales(scale, page);
        }
        return page.toString();
    }

    private void legend(StringBuilder page) {
        row(page, "Letter", List.of("Verdict"));
        page.append("|---|---|\n");
        runs.runs().stream()
                .flatMap(run -> run.counts().keySet().stream())
                .distinct()
                .sorted()
                .forEach(verdict -> row(page, letter(verdict), List.of(verdict + (verdict.red() ? " (red)" : ""))));
    }

    private void table(int scale, Mode mode, StringBuilder page) {
        var faults = runs.faults(scale, mode);
        if (faults.isEmpty()) {
            return;
        }
        page.append("\n## ")
                .append(mode == Mode.INCIDENT ? "Incident mode" : "Post-fix mode")
                .append("\n\n");
        row(page, "Test", faults.stream().map(Fault::id).toList());
        page.append("|---|").append("---|".repeat(faults.size())).append('\n');
        Function<Function<MatrixRun, String>, List<String>> cells = cell -> faults.stream()
                .map(fault -> runs.first(scale, mode, fault).map(cell).orElse("-"))
                .toList();
        row(page, "*JUnit*", cells.apply(run -> run.suites() == 0 ? "green" : "**red**"));
        row(page, "*gate, exit code*", cells.apply(run -> run.gate() == 0 ? "0" : "**" + run.gate() + "**"));
        var tests = new TreeSet<String>();
        runs.of(scale, mode).forEach(run -> tests.addAll(run.verdicts().keySet()));
        for (var test : tests) {
            row(
                    page,
                    test,
                    cells.apply(run -> Optional.ofNullable(run.verdicts().get(test))
                            .map(MatrixPage::letter)
                            .orElse("-")));
        }
    }

    private void hypotheses(int scale, StringBuilder page) {
        page.append("\n## What the measurements speak for\n\n");
        row(page, "Injected (configured)", List.of("Its rank", "First", "Second", "Third"));
        page.append("|---|---|---|---|---|\n");
        for (var fault : runs.faults(scale, Mode.INCIDENT)) {
            var ranked = runs.first(scale, Mode.INCIDENT, fault).orElseThrow().hypotheses();
            var names = ranked.stream().map(MatrixRun::named).toList();
            var cells = new ArrayList<String>();
            cells.add(names.contains(fault.id()) ? String.valueOf(names.indexOf(fault.id()) + 1) : "not measured");
            ranked.stream()
                    .limit(RANKED)
                    .map(each -> String.format(Locale.ROOT, "%s (%.0f)", MatrixRun.named(each), MatrixRun.score(each)))
                    .forEach(cells::add);
            row(page, fault.id(), cells);
        }
    }

    private void repetitions(StringBuilder page) {
        page.append("\n## Again and again\n\n");
        row(page, "Combination", List.of("Time scale", "Runs", "Verdicts", "Differences", "Commit"));
        page.append("|---|---|---|---|---|---|\n");
        for (int scale : runs.timeScales()) {
            for (var mode : Mode.values()) {
                for (var fault : runs.faults(scale, mode)) {
                    var again = runs.of(scale, mode, fault);
                    if (again.size() > 1) {
                        row(
                                page,
                                SuitesRun.id(mode) + ", " + fault.id(),
                                List.of(
                                        String.valueOf(scale),
                                        String.valueOf(again.size()),
                                        verdicts(again),
                                        words(MatrixRuns.differences(again)),
                                        commits(again.stream())));
                    }
                }
            }
        }
    }

    private void timeScales(int scale, StringBuilder page) {
        page.append("\n## At other time scales\n\nCompared with ").append(scale).append(".\n\n");
        row(page, "Combination", List.of("Time scale", "Verdicts", "Differences", "Commit"));
        page.append("|---|---|---|---|---|\n");
        for (int other : runs.timeScales().stream().skip(1).toList()) {
            for (var mode : Mode.values()) {
                for (var fault : runs.faults(other, mode)) {
                    var there = runs.first(other, mode, fault).orElseThrow();
                    var here = runs.first(scale, mode, fault);
                    row(
                            page,
                            SuitesRun.id(mode) + ", " + fault.id(),
                            List.of(
                                    String.valueOf(other),
                                    here.map(run -> there.verdicts().size() + " of "
                                                    + run.verdicts().size())
                                            .orElseGet(() -> verdicts(List.of(there))),
                                    here.map(run -> words(MatrixRuns.differences(run, there)))
                                            .orElse("nothing to compare with"),
                                    there.commit()));
                }
            }
        }
    }

    private static String verdicts(List<MatrixRun> runs) {
        return runs.stream()
                .map(run -> String.valueOf(run.verdicts().size()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String commits(Stream<MatrixRun> runs) {
        return runs.map(MatrixRun::commit).distinct().collect(Collectors.joining(", "));
    }

    private static String words(Map<String, List<String>> different) {
        return different.isEmpty()
                ? "none"
                : String.join(
                        "; ",
                        different.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList());
    }

    private static void row(StringBuilder page, String first, List<String> cells) {
        page.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private static String letter(Verdict verdict) {
        var letter = switch (verdict) {
            case PASSED -> "P";
            case FAILED -> "F";
            case FAILED_AS_EXPECTED -> "E";
            case PASSED_UNEXPECTEDLY -> "U";
            case FAILED_DIFFERENTLY -> "D";
            case STILL_BROKEN -> "B";
            case UNVERIFIED -> "?";
            case EXPIRED -> "X";
            case SKIPPED -> "S";
            case GATED -> "G";
            case HARNESS_ERROR -> "H";
        };
        return verdict.red() ? "**" + letter + "**" : letter;
    }
}
