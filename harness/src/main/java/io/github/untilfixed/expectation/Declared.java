package io.github.untilfixed.expectation;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Runs;
import io.github.untilfixed.incident.Registry;
import io.github.untilfixed.incident.Selector;
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

    static Declared of(String incident, Selector selector, Registry registry) {
        return new Declared(
                List.of(incident),
                selector.symptom(),
                selector.intermittent(),
                selector.postFixOnly(),
                registry.source() + ":" + selector.lines().first() + " (" + selector.describe() + ")");
    }

    /** Returns whether both say the same, wherever they say it. */
    boolean agrees(Declared other) {
        return incidents.equals(other.incidents) && sameManner(other);
    }

    /** Returns whether both say the same of their incidents. */
    boolean sameManner(Declared other) {
        return symptom.equals(other.symptom) && intermittent == other.intermittent && postFixOnly == other.postFixOnly;
    }

    Declared with(Declared other) {
        var both = java.util.stream.Stream.concat(incidents.stream(), other.incidents.stream())
                .distinct()
                .toList();
        return new Declared(both, symptom, intermittent, postFixOnly, where + " and " + other.where);
    }

    String describe() {
        return "incidents " + incidents
                + symptom.map(name -> ", symptom " + name).orElse("") + (intermittent ? ", intermittent" : "")
                + (postFixOnly ? ", post-fix only" : "") + " at " + where;
    }
}
