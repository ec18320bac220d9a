package io.github.untilfixed.engine;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.bytecode.ClassRoots;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what names an incident and is no part of this run: tests that a filter left out, and classes that another JVM may
 * run, as Surefire and Failsafe share them out.
 */
final class NotRun {

    /** The observation that tells of it. */
    static final String NAME = "not-run";

    private final Plan plan;
    private final Map<String, Long> named;
    private final Collection<Class<?>> ran;
    private final ClassRoots roots;
    private final Map<String, Set<String>> found = new HashMap<>();

    /**
     * Creates the search.
     *
     * @param named how many tests of this run name an incident, by its id
     * @param ran the classes of the tests of this run
     * @param roots where tests were compiled to
     */
    NotRun(Plan plan, Map<String, Long> named, Collection<Class<?>> ran, ClassRoots roots) {
        this.plan = plan;
        this.named = named;
        this.ran = ran;
        this.roots = roots;
    }

    /** Only a run after a flip asks, and so only that one looks through all classes. */
    private Set<String> names() {
        var names = new HashSet<String>();
        ran.forEach(type -> add(type, names));
        return names;
    }

    /** What is written on a class above or around one that ran has been run. */
    private static void add(@Nullable Class<?> type, Set<String> names) {
        if (type != null && names.add(type.getName())) {
            Arrays.stream(type.getInterfaces()).forEach(each -> add(each, names));
            add(type.getSuperclass(), names);
            add(type.getEnclosingClass(), names);
        }
    }

    /** Returns the classes that name the incident and have no test in this run. */
    Set<String> classes(Incident incident) {
        return found.computeIfAbsent(incident.id(), id -> search(incident));
    }

    private Set<String> search(Incident incident) {
        var classes = new TreeSet<>(written(incident));
        incident.selectors().stream()
                .flatMap(selector -> selector.className().stream())
                .filter(name -> Staleness.load(name).isPresent())
                .forEach(classes::add);
        classes.removeAll(names());
        return classes;
    }

    private Set<String> written(Incident incident) {
        try {
            return roots.classes(FailsUntilFixed.class.descriptorString(), incident.id());
        } catch (IOException | IllegalArgumentException e) {
            // A class file that cannot be read names nothing that anybody could run.
            return Set.of();
        }
    }

    /**
     * Returns whether all classes that name the incident are integration tests by their names and none that ran here is, or
     * the other way round: Surefire runs the ones and Failsafe the others, each in a JVM of its own.
     */
    boolean isLeftToAnotherPlugin(Incident incident) {
        var classes = classes(incident);
        boolean here = names().stream().anyMatch(NotRun::isIntegrationTest);
        return !classes.isEmpty() && classes.stream().allMatch(name -> isIntegrationTest(name) != here);
    }

    /** Returns whether everything that names the incident has run, but for what another plugin runs. */
    boolean isComplete(Incident incident) {
        return leftOut(incident) == 0 && (classes(incident).isEmpty() || isLeftToAnotherPlugin(incident));
    }

    private static boolean isIntegrationTest(String className) {
        var simple = className.substring(className.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
        return simple.endsWith("IT") || simple.endsWith("ITCase") || simple.matches("IT[A-Z].*");
    }

    /** Returns how many tests that name it were found and left out. */
    long leftOut(Incident incident) {
        return Math.max(0, plan.expected().found(incident.id()) - named.getOrDefault(incident.id(), 0L));
    }

    /** Returns the facts for the journal. */
    List<ObservationRecord> observations(Incident incident, Instant at) {
        var observations = new ArrayList<ObservationRecord>();
        classes(incident)
                .forEach(name ->
                        observations.add(observation(at, null, Map.of("incident", incident.id(), "class", name))));
        long leftOut = leftOut(incident);
        if (leftOut > 0) {
            observations.add(observation(at, (double) leftOut, Map.of("incident", incident.id())));
        }
        return observations;
    }

    private static ObservationRecord observation(Instant at, @Nullable Double value, Map<String, String> attributes) {
        return new ObservationRecord(at, null, NAME, Provenance.MEASURED, value, null, attributes);
    }

    /** Returns one line for people; empty when all of it ran. */
    List<String> lines(Incident incident) {
        var lines = new ArrayList<String>();
        long leftOut = leftOut(incident);
        if (leftOut > 0) {
            lines.add(
                    "Left out of this run: %d of the %d tests that were found and name incident %s. They have proven nothing."
                            .formatted(leftOut, plan.expected().found(incident.id()), incident.id()));
        }
        var classes = classes(incident);
        if (!classes.isEmpty()) {
            lines.add("Not in this run, and naming incident " + incident.id() + " as well: "
                    + String.join(", ", classes) + ". It is fixed when these have passed too.");
        }
        return lines;
    }
}
