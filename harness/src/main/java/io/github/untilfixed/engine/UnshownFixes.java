package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the flipped incidents that no test of a run shows to be fixed, after the last test. */
final class UnshownFixes {

    private final Plan plan;
    private final Tally tally;

    UnshownFixes(Plan plan, Tally tally) {
        this.plan = plan;
        this.tally = tally;
    }

    /**
     * Returns one problem for each of them.
     *
     * @param named the incidents that planned tests name
     */
    List<Problems> problems(Set<String> named) {
        return Stream.concat(hidden(), missing(named)).toList();
    }

    /** A fix behind another incident's symptom has not been seen, however green its tests are. */
    private Stream<Problems> hidden() {
        return tally.hidden().stream()
                .map(id -> Problems.unverified(
                        id, "every test that names incident " + id + " fails with the symptom of another incident"));
    }

    /** A fix that no test looked at is not validated; a single tier cannot be expected to have them all. */
    private Stream<Problems> missing(Set<String> named) {
        if (plan.fatal() || plan.config().tiers().size() < Tier.values().length) {
            return Stream.empty();
        }
        var journal = plan.config().journal();
        EarlierExecutions.named(journal, named);
        var looked = EarlierExecutions.named(journal, tally.incidents());
        return plan.registry().all().stream()
                .filter(incident -> plan.expectations().flipped(incident))
                .filter(this::owesProof)
                .map(Incident::id)
                .filter(id -> !looked.contains(id))
                .map(id -> Problems.unverified(id, "no test of this run names incident " + id));
    }

    /** Nothing may name a closed one: only who asks for it alone misses its tests. */
    private boolean owesProof(Incident incident) {
        return incident.state() != IncidentState.CLOSED
                || plan.config().postFix().contains(incident.id());
    }
}
