package io.github.untilfixed.reports.ci;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.reports.words.TestNames;
import io.github.untilfixed.reports.words.VerdictWords;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that make GitHub Actions show an error beside a run: at most ten, what surprises most first. */
public final class Annotations {

    /** GitHub shows ten errors of a step and drops the rest. */
    static final int MOST = 10;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 2000;
    private static final List<Verdict> ORDER = List.of(
            Verdict.PASSED_UNEXPECTEDLY,
            Verdict.FAILED_DIFFERENTLY,
            Verdict.STILL_BROKEN,
            Verdict.UNVERIFIED,
            Verdict.HARNESS_ERROR,
            Verdict.FAILED,
            Verdict.EXPIRED);

    private Annotations() {}

    /** Returns the workflow commands, one to a line; empty when nothing is red and nothing is missing. */
    public static String of(RunFacts run) {
        var incomplete =
                run.alarms().stream().map(alarm -> command("error", "UntilFixed: the run is incomplete", alarm));
        var red = run.tests().stream()
                .filter(test -> test.verdict().red())
                .sorted(Comparator.comparingInt(test -> ORDER.indexOf(test.verdict())))
                .map(test -> command(run.red(test) ? "error" : "warning", test));
        var all = Stream.concat(incomplete, red).toList();
        var lines = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            lines.set(
                    MOST - 1,
                    command("error", "UntilFixed", (all.size() - MOST + 1) + " more, see the summary of the run"));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String command(String level, TestRecord test) {
        return command(level, VerdictWords.of(test.verdict()) + ": " + TestNames.of(test), test.explanation());
    }

    private static String command(String level, String title, String message) {
        return "::" + level + " title=" + property(CleanText.clip(CleanText.onOneLine(title), LONGEST_TITLE)) + "::"
                + data(CleanText.clip(CleanText.of(message), LONGEST_MESSAGE));
    }

    /** A line feed would start a line of its own, on which a test's text could give the runner orders. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
