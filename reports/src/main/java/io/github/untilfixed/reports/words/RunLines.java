package io.github.untilfixed.reports.words;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.strong;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.text.CleanText;
import io.github.untilfixed.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The lines that say which run a report is about, and what is wrong with its journal. */
public final class RunLines {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Warnings stand in the part of a report that is never cut, so they must not fill it. */
    private static final int MOST = 10;

    private static final int LONGEST = 1_000;

    private RunLines() {}

    /** Returns an instant as people read it, in UTC. */
    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** Returns the mode as it is configured, for example {@code post-fix}. */
    public static String mode(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the injected faults by name, or {@code none}. */
    public static String faults(RunRecord run) {
        return run.faults().isEmpty() ? "none" : String.join(", ", run.faults());
    }

    /** Returns how many verdicts fail the build, and what was told not to. */
    public static String red(RunFacts run) {
        int tolerated = run.warns() ? run.counts().of(Verdict.PASSED_UNEXPECTEDLY) : 0;
        return run.red().size() + " of " + run.tests().size() + " verdicts are red."
                + (tolerated == 0
                        ? ""
                        : " " + tolerated
                                + " passed unexpectedly, which only warns here (unexpected-pass, configured).");
    }

    /** Returns one warning for each thing that makes the journal less than the whole truth, and for what is wrong beside it. */
    public static List<Block> warnings(RunFacts facts) {
        var alarms = facts.alarms();
        var warnings = new ArrayList<Block>();
        alarms.stream()
                .limit(MOST)
                .forEach(alarm -> warnings.add(new Block.Warning(strong(CleanText.clip(alarm, LONGEST)))));
        if (alarms.size() > MOST) {
            warnings.add(new Block.Warning(strong((alarms.size() - MOST) + " more of them are in ctrf.json.")));
        }
        facts.warnings().forEach(warning -> warnings.add(new Block.Warning(text(warning))));
        return warnings;
    }

    /** Returns the table of what ran, where and when. */
    public static Block header(RunFacts facts) {
        var run = facts.run();
        var rows = new ArrayList<List<Inline>>();
        rows.add(row("Run", run(facts)));
        rows.add(row("Started", text(utc(run.startedAt()))));
        rows.add(row("Ended", text(facts.end().map(end -> utc(end.finishedAt())).orElse("not on record"))));
        rows.add(row("Commit", commit(run)));
        rows.add(row("Mode", modeCell(run)));
        rows.add(row("Environment", environment(facts)));
        rows.add(row(
                "Injected fault",
                line(code(faults(run)), text(run.faults().isEmpty() ? "" : " (simulated, configured)"))));
        rows.add(row(
                "Time scale",
                text(run.timeScale() + " (configured). " + facts.scale().legend())));
        rows.add(row("Tier", code(run.tier())));
        rows.add(row("Tests", text(facts.tests().size() + " with a verdict, " + planned(facts))));
        rows.add(row("Seed", code(Long.toString(run.seed()))));
        rows.add(row("UntilFixed", code(run.platform().getOrDefault("harness", "?"))));
        return new Block.Table(List.of("What", "Value"), rows);
    }

    /** Returns how many tests were planned, and why there are more when there are. */
    public static String planned(RunFacts facts) {
        int more = facts.tests().size() - facts.run().planned();
        return facts.run().planned() + " planned at the start"
                + (more > 0 ? ", " + more + " more as invocations of parameterized ones" : "");
    }

    private static Inline run(RunFacts facts) {
        var id = code(facts.run().runId());
        return facts.addresses()
                .ciRun()
                .map(url -> line(id, text(", "), new Inline.Link("CI run", url)))
                .orElse(id);
    }

    /** What was asked for, and which Toxiproxy was taken where the run says so. */
    private static Inline environment(RunFacts facts) {
        var parts = new ArrayList<Inline>();
        parts.add(code(facts.run().environment()));
        parts.add(text(", Toxiproxy "));
        parts.add(code(facts.run().toxiproxy()));
        facts.observed("environment-start")
                .map(start -> start.attributes().get("toxiproxy"))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(taken -> {
                    parts.add(text(", taken: "));
                    parts.add(code(taken));
                });
        return line(parts.toArray(Inline[]::new));
    }

    private static Inline commit(RunRecord run) {
        if (run.commit() == null) {
            return text("not in a repository");
        }
        return line(code(run.commit()), text(run.dirty() ? " with uncommitted changes" : ""));
    }

    private static Inline modeCell(RunRecord run) {
        return run.postFix().isEmpty()
                ? code(mode(run.mode()))
                : line(code(mode(run.mode())), text(", flipped one by one: "), code(String.join(", ", run.postFix())));
    }

    private static List<Inline> row(String name, Inline value) {
        return List.of(text(name), value);
    }
}
