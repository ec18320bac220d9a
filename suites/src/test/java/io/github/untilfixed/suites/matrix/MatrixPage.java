package io.github.untilfixed.suites.matrix;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of the fault matrix; a pure function of the runs. */
record MatrixPage(List<MatrixRun> runs, String timeScale) {

    String markdown() {
        var page = new StringBuilder("# Fault matrix\n\n");
        page.append("What each test of the suites said under each fault, at time scale ")
                .append(timeScale)
                .append(". Written by `./mvnw -Pfault-matrix process-test-classes`; do not edit.\n\n");
        page.append("| Letter | Verdict |\n|---|---|\n");
        for (var verdict : used()) {
            page.append("| ")
                    .append(letter(verdict))
                    .append(" | ")
                    .append(verdict)
                    .append(" |\n");
        }
        for (var mode : Mode.values()) {
            table(mode, page);
        }
        hypotheses(page);
        return page.toString();
    }

    private TreeSet<Verdict> used() {
        return runs.stream()
                .flatMap(run -> run.counts().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void table(Mode mode, StringBuilder page) {
        var ofMode = runs.stream().filter(run -> run.mode() == mode).toList();
        if (ofMode.isEmpty()) {
            return;
        }
        page.append("\n## ")
                .append(mode == Mode.INCIDENT ? "Incident mode" : "Post-fix mode")
                .append("\n\n| Test |");
        ofMode.forEach(run -> page.append(' ').append(run.fault().id()).append(" |"));
        page.append("\n|---|").append("---|".repeat(ofMode.size())).append('\n');
        row(
                "**the build**",
                ofMode.stream().map(run -> run.red() ? "red" : "green").toList(),
                page);
        for (var test : tests(ofMode)) {
            row(
                    test,
                    ofMode.stream()
                            .map(run ->
                                    run.verdict(test).map(MatrixPage::letter).orElse("-"))
                            .toList(),
                    page);
        }
    }

    private static TreeSet<String> tests(List<MatrixRun> ofMode) {
        var tests = new TreeSet<String>();
        ofMode.forEach(run -> tests.addAll(new LinkedHashSet<>(run.tests())));
        return tests;
    }

    private void hypotheses(StringBuilder page) {
        page.append(
                "\n## What the measurements spoke for\n\n| Injected (configured) | Named first (measured) |\n|---|---|\n");
        for (var run : runs) {
            if (run.mode() == Mode.INCIDENT) {
                row(run.fault().id(), List.of(run.bestHypothesis().orElse("nothing was measured")), page);
            }
        }
    }

    private static void row(String first, List<String> cells, StringBuilder page) {
        page.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
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
    }
}
