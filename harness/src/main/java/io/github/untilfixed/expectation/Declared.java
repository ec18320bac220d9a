package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Runs;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wrote about a test, not yet looked up in the registry.
 *
 * @param incidents the ids; none says that the test passes
 * @param symptom the only symptom that is allowed
 * @param intermittent whether a pass is no surprise
 * @param postFixOnly whether the test runs only after the flip
 * @param where the class, method or line of the registry where it is written
 */
record Declared(
        List<String> incidents, Optional<String> symptom, boolean intermittent, boolean postFixOnly, String where) {

    static Declared of(FailsUntilFixed annotation, String where) {
        return new Declared(
                List.of(annotation.value()),
                Optional.of(annotation.symptom()).filter(name -> !name.isBlank()),
                annotation.intermittent(),
                annotation.runs() == Runs.POST_FIX_ONLY,
                where);
    }

    /** Returns whether both say the same, wherever they say it. */
    boolean agrees(Declared other) {
        return incidents.equals(other.incidents)
                && symptom.equals(other.symptom)
                && intermittent == other.intermittent
                && postFixOnly == other.postFixOnly;
    }
}
