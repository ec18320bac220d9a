package io.github.untilfixed.reports.console;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.VerdictCounts;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.reports.words.Counted;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import io.github.untilfixed.reports.words.TestNames;
import io.github.untilfixed.reports.words.VerdictWords;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The block of lines at the end of a build. */
public final class ConsoleBlock {

    private static final String RULE = "-".repeat(72);
    private static final int MOST = 10;
    private static final int WIDEST = 200;

    private ConsoleBlock() {}

    /** Returns the lines, each ending in a line feed. */
    public static String of(RunFacts run) {
        var lines = new ArrayList<String>();
        lines.add(RULE);
        lines.add("UntilFixed   mode " + RunLines.mode(run.run().mode()) + " | fault " + RunLines.faults(run.run())
                + " | environment " + run.run().environment() + " | time scale "
                + run.run().timeScale());
        lines.add(RULE);
        run.alarms().stream().limit(MOST).forEach(alarm -> lines.add("INCOMPLETE   " + one(alarm)));
        if (run.alarms().size() > MOST) {
            lines.add("INCOMPLETE   and " + (run.alarms().size() - MOST) + " more, see ctrf.json");
        }
        run.warnings().forEach(warning -> lines.add("WARNING      " + one(warning)));
        Tiers.split(run.tests()).forEach((tier, tests) -> lines.add(String.format("%-16s %s", tier, counts(tests))));
        run.incidents().forEach(incident -> lines.addAll(incident(incident)));
        lines.addAll(red(run));
        lines.add(RULE);
        lines.add((run.green() ? "GREEN" : "RED") + "   " + RunLines.red(run) + " "
                + Counted.of(run.run().planned(), "test was planned.", "tests were planned."));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String counts(List<TestRecord> tests) {
        var counts = VerdictCounts.of(tests);
        return Arrays.stream(Verdict.values())
                .filter(verdict -> counts.of(verdict) > 0)
                .map(verdict -> counts.of(verdict) + " " + VerdictWords.of(verdict))
                .collect(Collectors.joining(", "));
    }

    private static List<String> incident(IncidentFacts incident) {
        return List.of(
                "",
                "Incident "
                        + one(incident.incident().id() + ": "
                                + incident.incident().title()),
                "  " + IncidentWords.headline(incident),
                "  " + one(IncidentWords.nextStep(incident)));
    }

    private static List<String> red(RunFacts run) {
        var red = run.tests().stream().filter(test -> test.verdict().red()).toList();
        var lines = new ArrayList<String>();
        for (var test : red.subList(0, Math.min(MOST, red.size()))) {
            lines.add("");
            lines.add(test.verdict() + "   " + one(TestNames.of(test)));
            lines.add("  " + one(test.explanation()));
        }
        if (red.size() > MOST) {
            lines.add("  and " + (red.size() - MOST) + " more, see summary.md");
        }
        return lines;
    }

    private static String one(String text) {
        return CleanText.clip(CleanText.onOneLine(text), WIDEST);
    }
}
