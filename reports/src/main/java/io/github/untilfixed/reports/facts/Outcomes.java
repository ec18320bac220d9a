package io.github.untilfixed.reports.facts;

import io.github.untilfixed.journal.ObservationRecord;
import java.util.Locale;
import java.util.Set;

/** Whether an observation tells of a success. */
public final class Outcomes {

    private static final Set<String> SUCCESSES =
            Set.of("ok", "success", "succeeded", "passed", "true", "up", "completed");

    private Outcomes() {}

    /** Returns whether the observation's outcome is a success; one without an outcome is none. */
    public static boolean good(ObservationRecord observation) {
        return good(observation.attributes().getOrDefault("outcome", ""));
    }

    /** Returns whether that outcome is a success. */
    public static boolean good(String outcome) {
        return SUCCESSES.contains(outcome.toLowerCase(Locale.ROOT));
    }
}
