package io.github.untilfixed.incident;

import io.github.untilfixed.config.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named problem outside of the tests.
 *
 * @param id what tests name it by
 * @param title one line
 * @param url the address
 * @param kind what it is a defect of
 * @param owner who answers for it
 * @param opened when it was opened
 * @param reviewBy the last day on which its expectations hold without anybody looking at them
 * @param state how far it is
 * @param fault the fault that stands in for it in a simulated environment
 * @param symptoms the failures that identify it, in the order of the file, never empty
 * @param selectors tests that are expected to fail without saying so themselves
 * @param probe how to find out within a second that it is still there
 * @param narrative what people wrote about it, by section, as in the file
 * @param lines the first and the last line of its entry in the file, counted from 1
 */
public record Incident(
        String id,
        String title,
        Optional<String> url,
        IncidentKind kind,
        String owner,
        LocalDate opened,
        LocalDate reviewBy,
        IncidentState state,
        Optional<Fault> fault,
        List<Symptom> symptoms,
        List<Selector> selectors,
        Optional<ProbeTarget> probe,
        Map<String, Object> narrative,
        Lines lines) {

    /** Returns the symptom of that name, or empty when the incident has none. */
    public Optional<Symptom> symptom(String name) {
        return symptoms.stream().filter(symptom -> symptom.name().equals(name)).findFirst();
    }

    /** Returns whether a day is past the review-by date. */
    public boolean overdue(LocalDate today) {
        return today.isAfter(reviewBy);
    }

    /**
     * Where something stands in the registry's file.
     *
     * @param first counted from 1
     * @param last counted from 1, at least {@code first}
     */
    public record Lines(int first, int last) {}
}
