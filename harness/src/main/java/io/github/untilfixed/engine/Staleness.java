package io.github.untilfixed.engine;

import io.github.untilfixed.Probe;
import io.github.untilfixed.bytecode.ClassRoots;
import io.github.untilfixed.config.Distance;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import io.github.untilfixed.incident.Selector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is said in vain: overdue or closed incidents, those and selectors that no test answers to, misplaced expectations. */
final class Staleness {

    private final Plan plan;
    private final Map<String, Long> named;
    private final Collection<Class<?>> classes;
    private final ClassRoots roots;
    private final LocalDate today;

    /**
     * Creates the check.
     *
     * @param named how many tests of this run name an incident, by its id
     * @param classes of the tests
     * @param roots where they were compiled to
     */
    Staleness(Plan plan, Map<String, Long> named, Collection<Class<?>> classes, ClassRoots roots, LocalDate today) {
        this.plan = plan;
        this.named = named;
        this.classes = classes;
        this.roots = roots;
        this.today = today;
    }

    /** Counts the tests that name an incident. */
    static Map<String, Long> count(Collection<Blocker> blockers) {
        return blockers.stream()
                .collect(Collectors.groupingBy(blocker -> blocker.incident().id(), Collectors.counting()));
    }

    Optional<Problems> problems() {
        var lines = new ArrayList<String>();
        for (var incident : plan.registry().all()) {
            expiry(incident).ifPresent(lines::add);
            incident.probe()
                    .flatMap(probe -> missingProbe(incident, probe.className()))
                    .ifPresent(lines::add);
            incident.selectors()
                    .forEach(selector -> noEffect(incident, selector).ifPresent(lines::add));
        }
        lines.addAll(unreferenced());
        lines.addAll(flipsNothing());
        lines.addAll(Misplaced.expectations(classes));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problems("stale expectations", lines, false, Optional.empty()));
    }

    private Optional<String> expiry(Incident incident) {
        long tests = named.getOrDefault(incident.id(), 0L);
        if (tests == 0 || plan.expectations().flipped(incident)) {
            return Optional.empty();
        }
        if (incident.state() == IncidentState.CLOSED) {
            return Optional.of("%s: incident %s is closed, but %d tests still name it: delete their expectations"
                    .formatted(at(incident.lines()), incident.id(), tests));
        }
        return incident.overdue(today)
                ? Optional.of(
                        "%s: incident %s was to be reviewed by %s, and today is %s: ask %s, then flip it or move review-by"
                                .formatted(
                                        at(incident.lines()),
                                        incident.id(),
                                        incident.reviewBy(),
                                        today,
                                        incident.owner()))
                : Optional.empty();
    }

    private List<String> unreferenced() {
        var candidates = plan.registry().all().stream()
                .filter(incident -> incident.state() != IncidentState.CLOSED)
                .filter(incident -> !named.containsKey(incident.id())
                        && incident.selectors().isEmpty())
                .toList();
        var inClassFiles = constants(candidates.stream().map(Incident::id).toList());
        return candidates.stream()
                .filter(incident -> !inClassFiles.contains(incident.id()))
                .map(incident -> "%s: no test names incident %s: delete the entry, or close it"
                        .formatted(at(incident.lines()), incident.id()))
                .toList();
    }

    /** A run that flips nothing is green as before, and would be taken for the proof of a fix. */
    private List<String> flipsNothing() {
        var known = plan.registry().incidents().keySet();
        if (known.isEmpty()) {
            return List.of();
        }
        return plan.config().flipsNone(known).stream()
                .map(glob -> "untilfixed.post-fix: '%s' flips no incident of %s; did you mean %s? Known incidents: %s"
                        .formatted(
                                glob,
                                plan.registry().source(),
                                Distance.nearest(glob, known),
                                String.join(", ", known)))
                .toList();
    }

    private Optional<String> noEffect(Incident incident, Selector selector) {
        if (plan.expectations().fits(selector)) {
            return Optional.empty();
        }
        var reason = selector.className()
                .flatMap(name -> missingClass(name, selector))
                .or(() -> selector.tag()
                        // An annotation that carries the tag may be in a library.
                        .filter(tag -> isWhole() && !constants(Set.of(tag)).contains(tag))
                        .map(tag -> "no test has the tag " + tag))
                .or(() -> selector.packageName()
                        .filter(name -> roots.directories().stream()
                                .noneMatch(root -> root.resolve(name.replace('.', '/'))
                                        .toFile()
                                        .isDirectory()))
                        .map(name -> "there is no package " + name))
                .or(() -> selector.method()
                        .filter(name -> selector.className().isEmpty()
                                && !constants(Set.of(name)).contains(name))
                        .map(name -> "no class has a method " + name))
                .or(() -> Optional.of("none of the tests of that class fits all of it")
                        .filter(text -> isWhole() && plan.expectations().neverFits(selector)));
        return reason.map(text -> "%s: the expectation '%s' of incident %s has no effect: %s"
                .formatted(at(selector.lines()), selector.describe(), incident.id(), text));
    }

    /** Returns whether no test of a class can be missing because something else was asked for. */
    private boolean isWhole() {
        return !plan.partial() && plan.config().tiers().size() == Tier.values().length;
    }

    private static Optional<String> missingClass(String name, Selector selector) {
        var type = load(name);
        if (type.isEmpty()) {
            return Optional.of("there is no class " + name);
        }
        return selector.method()
                .filter(method -> !methods(type.get()).contains(method))
                .map(method -> "class " + name + " has no method " + method + "; it has " + methods(type.get()));
    }

    /** Returns the names of the methods that a test of the class can have, also one of a class in it. */
    private static Set<String> methods(Class<?> type) {
        var names = new TreeSet<String>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .map(Method::getName)
                    .forEach(names::add);
            Stream.of(each.getInterfaces(), each.getDeclaredClasses())
                    .flatMap(Arrays::stream)
                    .forEach(other -> names.addAll(methods(other)));
        }
        return names;
    }

    private Optional<String> missingProbe(Incident incident, String className) {
        boolean usable = load(className).filter(Probe.class::isAssignableFrom).isPresent();
        return usable
                ? Optional.empty()
                : Optional.of("%s: the probe of incident %s, %s, is not a class that implements %s"
                        .formatted(at(incident.lines()), incident.id(), className, Probe.class.getName()));
    }

    static Optional<Class<?>> load(String name) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            // The caller says that there is no such class.
            return Optional.empty();
        }
    }

    private Set<String> constants(Collection<String> words) {
        if (words.isEmpty() || roots.directories().isEmpty()) {
            return new HashSet<>(words);
        }
        try {
            return roots.constants(words);
        } catch (IOException | IllegalArgumentException e) {
            // A class file that cannot be read proves nothing against the registry.
            return new HashSet<>(words);
        }
    }

    private String at(Incident.Lines lines) {
        return plan.registry().source() + ":" + lines.first();
    }
}
