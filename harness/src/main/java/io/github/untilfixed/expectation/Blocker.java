package io.github.untilfixed.expectation;

import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Symptom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An incident that keeps a test from passing.
 *
 * @param incident the incident
 * @param symptom the name of the only symptom that is allowed; empty allows any of the incident's
 * @param intermittent whether a pass is no surprise
 * @param flipped whether the incident is claimed to be fixed
 */
public record Blocker(Incident incident, Optional<String> symptom, boolean intermittent, boolean flipped) {

    /** Returns the symptoms that this test may show. */
    public List<Symptom> allowed() {
        return incident.symptoms().stream()
                .filter(each -> symptom.isEmpty() || symptom.get().equals(each.name()))
                .toList();
    }

    /** Returns the ids of the incidents joined by commas, as {@code untilfixed.post-fix} takes them. */
    public static String ids(List<Blocker> blockers) {
        return blockers.stream().map(blocker -> blocker.incident().id()).collect(Collectors.joining(","));
    }
}
