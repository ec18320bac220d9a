package io.github.untilfixed.engine;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.verdict.Verdict;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a person has to act on at the end of a run: what may be deleted, and what shows nothing. */
final class Summary {

    private final HarnessConfig config;
    private final Tally tally;

    Summary(HarnessConfig config, Tally tally) {
        this.config = config;
        this.tally = tally;
    }

    /**
     * Prints it.
     *
     * @param deletions what to delete of the incidents that were found fixed
     */
    void print(Fixes fixes, List<String> deletions) {
        var lines = lines(fixes, deletions);
        if (!lines.isEmpty()) {
            var out = new PrintStream(System.out, true, Charset.defaultCharset());
            lines.forEach(line -> out.println("[untilfixed] " + line));
        }
    }

    private List<String> lines(Fixes fixes, List<String> deletions) {
        var lines = new ArrayList<String>();
        if (tally.namesIncidents()) {
            lines.add(tally.verdicts().entrySet().stream()
                    .map(count -> count.getValue() + " " + words(count.getKey()))
                    .collect(Collectors.joining(", ")));
        }
        if (!deletions.isEmpty()) {
            lines.add("Every test of this run that names incident " + ids(fixes.passed()) + " passed (" + tiers()
                    + ", environment " + config.environment() + "). What to delete once the incident is closed:");
            deletions.forEach(line -> lines.add("  " + line));
        }
        if (!fixes.proven().isEmpty()) {
            lines.add("As a diff, for git apply in " + Path.of("").toAbsolutePath() + ": " + diffs(fixes.proven()));
        }
        lines.addAll(fixes.notRun());
        if (!tally.hollow().isEmpty()) {
            lines.add("These tests can show nothing (HOLLOW):");
            tally.hollow().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private String diffs(List<Incident> proven) {
        var each = proven.stream().map(incident -> diff(incident.id())).collect(Collectors.joining(", "));
        return each + (proven.size() > 1 ? ", or for all of them " + diff(Flip.ALL) : "");
    }

    private static String ids(List<Incident> incidents) {
        return incidents.stream().map(Incident::id).collect(Collectors.joining(", "));
    }

    private String diff(String of) {
        return config.outputDirectory().resolve(Flip.name(of)).toString();
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String tiers() {
        return config.tiers().size() == Tier.values().length
                ? "all tiers"
                : "only tier " + config.tiers().stream().sorted().map(Tier::tag).collect(Collectors.joining(", "));
    }
}
