package io.github.untilfixed.reports.issue;

import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.history.Changes;
import io.github.untilfixed.reports.history.EvidenceAge;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.UpdateFile;
import java.util.List;
import java.util.Optional;

/**
 * All that an issue update is made of.
 *
 * @param facts what this run found
 * @param previous the update before this one
 * @param history the runs on record, this one included
 * @param evidenceLimitDays the most days since an expected failure was last really seen
 */
public record UpdateInput(IncidentFacts facts, Optional<UpdateFile> previous, History history, int evidenceLimitDays) {

    Changes changes() {
        var current = UpdateFile.of(facts);
        return previous.map(earlier -> Changes.between(earlier, current)).orElseGet(() -> Changes.first(current));
    }

    List<EvidenceAge> ages() {
        return EvidenceAge.of(facts, history, evidenceLimitDays);
    }
}
