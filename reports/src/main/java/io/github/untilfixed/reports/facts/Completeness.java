package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** Finds what a journal does not hold although it should. */
public final class Completeness {

    private Completeness() {}

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
        journal.end().ifPresent(end -> end.problems().forEach(problem -> alarms.add("Problem of the run: " + problem)));
        return List.copyOf(alarms);
    }
}
