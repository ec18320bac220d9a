package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what a journal does not hold although it should. */
public final class Completeness {

    /** An observation that tells of a problem of the run where there is no end line to tell it. */
    public static final String PROBLEM = "run-problem";

    private static final String WHAT = "problem";

    private Completeness() {}

    /** Returns the observation that puts a problem on record in a journal without an end line. */
    public static ObservationRecord observed(String problem, Instant at) {
        return new ObservationRecord(at, null, PROBLEM, Provenance.MEASURED, null, null, Map.of(WHAT, problem));
    }

    /** Returns one sentence for each gap; empty when the journal is complete. */
    public static List<String> alarms(Journal journal) {
        var alarms = new ArrayList<String>();
        int lines = journal.tests().size();
        int planned = journal.run().planned();
        if (journal.end().isEmpty()) {
            alarms.add("The run did not end by itself: its journal has no end line. "
                    + "What follows is what was on record when it stopped.");
        }
        if (lines < planned) {
            alarms.add((planned - lines) + " of " + planned + " planned tests have no verdict.");
        }
        journal.end()
                .filter(end -> end.tests() != lines)
                .ifPresent(end ->
                        alarms.add("The end line counts " + end.tests() + " tests, the journal holds " + lines + "."));
        if (lines == 0) {
            alarms.add("Not one test has a verdict: this run is evidence of nothing.");
        }
        problems(journal).forEach(problem -> alarms.add("Problem of the run: " + problem));
        return List.copyOf(alarms);
    }

    private static Stream<String> problems(Journal journal) {
        return Stream.concat(
                journal.end().stream().flatMap(end -> end.problems().stream()),
                journal.observations().stream()
                        .filter(observation -> observation.name().equals(PROBLEM))
                        .map(observation -> observation.attributes().getOrDefault(WHAT, "not told")));
    }
}
