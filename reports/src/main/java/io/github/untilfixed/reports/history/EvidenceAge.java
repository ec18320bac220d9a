package io.github.untilfixed.reports.history;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.IncidentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long ago a test that must fail was last really seen failing with its symptom.
 *
 * @param lastObserved empty when no run on record saw it
 * @param days whole days until this run, empty when it was never seen
 * @param stale whether that is longer than allowed, or never
 */
public record EvidenceAge(TestRecord test, Optional<Instant> lastObserved, OptionalLong days, boolean stale) {

    /**
     * Returns the age of each expectation of an incident that is not flipped.
     *
     * @param history with this run in it
     * @param limitDays the most days that evidence may be old
     */
    public static List<EvidenceAge> of(IncidentFacts facts, History history, int limitDays) {
        var incident = facts.incident();
        if (incident.flipped()) {
            return List.of();
        }
        var now = facts.run().run().startedAt();
        var last = history.lastObserved(incident.id());
        return facts.tests().stream()
                .filter(test -> !test.flags().contains(TestRecord.POST_FIX_ONLY))
                .map(test -> of(test, Optional.ofNullable(last.get(HistoryLine.digest(test))), now, limitDays))
                .toList();
    }

    /** Returns what to warn of in words, empty when nothing is older than allowed. */
    public static Optional<String> stale(List<EvidenceAge> ages, int limitDays) {
        long stale = ages.stream().filter(EvidenceAge::stale).count();
        return stale == 0
                ? Optional.empty()
                : Optional.of(stale + " of " + ages.size() + " expected failures were not really seen for more than "
                        + limitDays + " days (configured), or never");
    }

    private static EvidenceAge of(TestRecord test, Optional<Instant> last, Instant now, int limitDays) {
        var days = last.map(at -> OptionalLong.of(History.days(at, now))).orElse(OptionalLong.empty());
        return new EvidenceAge(test, last, days, days.isEmpty() || days.getAsLong() > limitDays);
    }
}
