package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.measured.PhaseTiming;
import java.util.List;
import java.util.Optional;

/** The phases of the start-up: what was measured beside what is configured. */
final class PhaseSection {

    private PhaseSection() {}

    static Optional<Section> of(RunFacts run) {
        var timings = PhaseTiming.of(run);
        if (timings.isEmpty()) {
            return Optional.empty();
        }
        var rows = timings.stream().map(timing -> row(run, timing)).toList();
        return Optional.of(Section.of(
                "Start-up phases",
                3,
                new Block.Paragraph(text(run.scale().legend()
                        + " A configured wait is that of one attempt: a phase that tries again can take longer.")),
                new Block.Table(
                        List.of(
                                "Phase",
                                ">Starts",
                                "Outcomes (measured)",
                                ">Median (measured)",
                                ">Longest (measured)",
                                ">Wait (configured)"),
                        rows)));
    }

    private static List<Inline> row(RunFacts run, PhaseTiming timing) {
        var limit = timing.configuredMillis();
        return List.of(
                code(timing.phase()),
                text(timing.starts()),
                text(ConnectSection.outcomes(timing.outcomes())),
                text(timing.times().isEmpty() ? "-" : run.scale().seconds(timing.median())),
                text(timing.times().isEmpty() ? "-" : run.scale().seconds(timing.longest())),
                text(limit == null ? "-" : run.scale().seconds(limit)));
    }
}
