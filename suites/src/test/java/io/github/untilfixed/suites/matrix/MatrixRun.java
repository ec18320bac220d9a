package io.github.untilfixed.suites.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the suites.
 *
 * @param mode what was expected
 * @param fault what was injected
 * @param journal what came out
 */
record MatrixRun(Mode mode, Fault fault, Journal journal) {

    Map<Verdict, Integer> counts() {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        journal.tests().forEach(test -> counts.merge(test.verdict(), 1, Integer::sum));
        return counts;
    }

    boolean red() {
        return journal.tests().stream().anyMatch(test -> test.verdict().red());
    }

    List<String> tests() {
        return journal.tests().stream().map(MatrixRun::name).toList();
    }

    Optional<Verdict> verdict(String test) {
        return journal.tests().stream()
                .filter(record -> name(record).equals(test))
                .map(TestRecord::verdict)
                .findFirst();
    }

    /** Returns the fault that the run's own measurements spoke for; empty when the sweep did not come that far. */
    Optional<String> bestHypothesis() {
        return journal.observations().stream()
                .filter(observation -> observation.name().equals("hypothesis") && observation.value() != null)
                .max(Comparator.comparingDouble(MatrixRun::value))
                .map(observation -> observation.attributes().getOrDefault("name", "?"));
    }

    private static double value(ObservationRecord observation) {
        var value = observation.value();
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }

    private static String name(TestRecord test) {
        var type = test.className().substring(test.className().lastIndexOf('.') + 1);
        var name = test.displayName().replaceFirst("\\(.*", "");
        return type + "." + (name.contains(" ") ? test.methodName() + "[" + name + "]" : name);
    }
}
