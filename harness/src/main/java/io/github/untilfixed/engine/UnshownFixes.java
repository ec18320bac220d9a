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
    private final NotRun notRun;

    UnshownFixes(Plan plan, Tally tally, NotRun notRun) {
        this.plan = plan;
        this.tally = tally;
        this.notRun = notRun;
    }

    /**
     * Returns one problem for each of them.
     *
     * @param named the incidents that planned tests name
     */
    List<Problems> problems(Set<String> named) {
        return Stream.of(hidden(), onlyHollow(), onlyInARerun(), missing(named))
                .flatMap(problems -> problems)
                .toList();
    }

    /** A fix behind another incident's symptom has not been seen, however green its tests are. */
    private Stream<Problems> hidden() {
        return tally.hidden().stream()
                .map(id -> Problems.unverified(
                        id, "every test that names incident " + id + " fails with the symptom of another incident"));
    }

    private Stream<Problems> onlyHollow() {
        return tally.onlyHollow().stream()
                .map(id ->
                        Problems.unverified(id, "every test that names incident " + id + " can show nothing (HOLLOW)"));
    }

    /** Build tools call a test that passes when it is run again a flake, and the build green. */
    private Stream<Problems> onlyInARerun() {
        var before = EarlierExecutions.notFixed(plan.config().journal(), List.of());
        return tally.fixed().stream()
                .filter(before::contains)
                .filter(id -> plan.registry()
                        .find(id)
                        .filter(plan.expectations()::flipped)
                        .isPresent())
                .map(id -> Problems.unverified(
                        id,
                        "tests of incident " + id + " pass that did not before in this JVM: a rerun proves no fix"));
    }

    /** A fix that no test looked at is not validated; neither a single tier nor Surefire alone can be expected to have all. */
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
                .filter(incident -> !looked.contains(incident.id()))
                .filter(incident -> !notRun.isLeftToAnotherPlugin(incident))
                .map(Incident::id)
                .map(id -> Problems.unverified(id, "no test of this run names incident " + id));
    }

    /** Nothing may name a closed one: only who asks for it alone misses its tests. */
    private boolean owesProof(Incident incident) {
        return incident.state() != IncidentState.CLOSED
                || plan.config().postFix().contains(incident.id());
    }
}
