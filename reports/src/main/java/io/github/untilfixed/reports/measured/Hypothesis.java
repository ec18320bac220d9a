package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.reports.facts.RunFacts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A possible explanation, scored by measured observations.
 *
 * @param score observations for it less those against it
 * @param support the observations for it, in words
 * @param against the observations against it, in words
 */
public record Hypothesis(String name, double score, String support, String against) {

    /** Returns the hypotheses that the run scored by measurement, the best first; the last score of each counts. */
    public static List<Hypothesis> of(RunFacts run) {
        var byName = new LinkedHashMap<String, Hypothesis>();
        run.observed("hypothesis")
                .filter(observation -> observation.provenance() == Provenance.MEASURED)
                .forEach(observation -> {
                    var attributes = observation.attributes();
                    var name = attributes.getOrDefault("name", "?");
                    byName.put(
                            name,
                            new Hypothesis(
                                    name,
                                    observation.value() == null ? 0 : observation.value(),
                                    attributes.getOrDefault("for", ""),
                                    attributes.getOrDefault("against", "")));
                });
        return byName.values().stream()
                .sorted(Comparator.comparingDouble(Hypothesis::score).reversed())
                .toList();
    }
}
