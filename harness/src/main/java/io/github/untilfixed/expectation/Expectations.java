package io.github.untilfixed.expectation;

import io.github.untilfixed.config.Distance;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentState;
import io.github.untilfixed.incident.Registry;
import io.github.untilfixed.incident.Selector;
import io.github.untilfixed.incident.Symptom;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves what each test is expected to do and remembers every declaration that cannot be resolved; thread-safe. */
public final class Expectations {

    private final HarnessConfig config;
    private final Registry registry;
    private final Annotations annotations = new Annotations();
    private final Limits limits = new Limits();
    private final Map<Selector, Boolean> fitting = new ConcurrentHashMap<>();
    private final Set<AnnotatedElement> checked = ConcurrentHashMap.newKeySet();
    private final Set<String> problems = new TreeSet<>();
    private final boolean selectors;
    private volatile boolean postFixOnly;

    /** Creates expectations from a registry and the incidents that the configuration flips. */
    public Expectations(HarnessConfig config, Registry registry) {
        this.config = config;
        this.registry = registry;
        this.selectors = registry.all().stream()
                .anyMatch(incident -> !incident.selectors().isEmpty());
    }

    /**
     * Returns what the test is expected to do; a declaration that makes no sense is remembered as a problem and counts
     * as {@link Expectation#PASS}.
     */
    public Expectation resolve(Subject subject) {
        var annotated = annotated(subject);
        var selected = selectors ? selected(subject) : Optional.<Declared>empty();
        if (annotated.isPresent() && selected.isPresent() && isDecided(subject)) {
            checkAgreement(subject, annotated.get(), selected.get());
        }
        if (selectors && !subject.isInvocation()) {
            checkRuns(subject, annotated);
        }
        return annotated.or(() -> selected).map(this::resolve).orElse(Expectation.PASS);
    }

    private Optional<Declared> annotated(Subject subject) {
        if (subject.whole() || subject.invocation().isEmpty()) {
            checkLimits(subject);
        }
        var written = annotations
                .find(subject.classes(), Optional.ofNullable(subject.method()))
                .filter(Written::isExpectation);
        written.filter(each -> each.limit().isPresent() && !subject.whole())
                .ifPresent(each -> limits.ask(each.where(), each.concerns(subject)));
        return written.filter(each -> each.concerns(subject))
                .map(each -> Declared.of(each.expectation().orElseThrow(), each.where()));
    }

    /** Each method and class is looked at once: they do not change. */
    private void checkLimits(Subject subject) {
        var method = subject.method();
        if (method != null && checked.add(method)) {
            InvocationLimit.problems(annotations.on(method)).forEach(this::problem);
        }
        for (Class<?> type = subject.testClass(); type != null && checked.add(type); type = type.getSuperclass()) {
            InvocationLimit.problems(annotations.on(type)).forEach(this::problem);
        }
    }

    /** Returns whether what is declared holds for some invocations only. */
    public boolean limited(Subject subject) {
        boolean written = annotations
                .find(subject.classes(), Optional.ofNullable(subject.method()))
                .flatMap(Written::limit)
                .isPresent();
        return written
                || registry.all().stream()
                        .flatMap(incident -> incident.selectors().stream())
                        .anyMatch(selector -> selector.invocation().isPresent() && Selection.picks(selector, subject));
    }

    /** What is said of a template may be said of different invocations. */
    private boolean isDecided(Subject subject) {
        return !(subject.whole() && limited(subject));
    }

    /** Returns the limits to some invocations that picked none of those that there were. */
    public List<String> pickedNothing() {
        return limits.pickedNothing();
    }

    /**
     * Returns whether anything may be declared for such tests; if not, they are to pass.
     *
     * @param classes as in {@link Subject}
     */
    public boolean concern(List<Class<?>> classes, Optional<Method> method) {
        return selectors || annotations.onAny(classes, method);
    }

    /** Returns what was wrong with the declarations so far, sorted. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns whether any test so far runs only after the flip. */
    public boolean anyPostFixOnly() {
        return postFixOnly;
    }

    /** Returns whether an incident is claimed to be fixed, by the configuration or by its state. */
    public boolean flipped(Incident incident) {
        return incident.state() == IncidentState.FIX_CLAIMED || config.flips(incident.id());
    }

    /** Selectors of several incidents add up; those of one incident must say the same. */
    private Optional<Declared> selected(Subject subject) {
        Optional<Declared> all = Optional.empty();
        for (var incident : registry.all()) {
            for (var selector : incident.selectors()) {
                if (!fits(selector, subject)) {
                    continue;
                }
                var next = Declared.of(incident.id(), selector, registry);
                boolean picked = Selection.picks(selector, subject);
                if (selector.invocation().isPresent() && selector.postFixOnly()) {
                    problem(next.where() + ": 'post-fix-only' holds for all invocations; leave out 'invocation'");
                }
                if (selector.invocation().isPresent() && !subject.whole()) {
                    limits.ask(next.where(), picked);
                }
                if (picked) {
                    all.filter(earlier -> !earlier.sameManner(next) && isDecided(subject))
                            .ifPresent(earlier -> problem(differently(subject, earlier, next)));
                    all = Optional.of(all.map(earlier -> earlier.with(next)).orElse(next));
                }
            }
        }
        return all;
    }

    /** Remembers of each selector whether any test of its class fits the rest of it. */
    private boolean fits(Selector selector, Subject subject) {
        boolean inClass = Selection.inClass(selector, subject);
        boolean fits = inClass && Selection.fits(selector, subject);
        if (inClass) {
            fitting.merge(selector, fits, Boolean::logicalOr);
        }
        return fits;
    }

    /** Returns whether a test was looked up that the selector is about. */
    public boolean fits(Selector selector) {
        return Boolean.TRUE.equals(fitting.get(selector));
    }

    /** Returns whether tests of the selector's class were looked up and none of them fits the rest of the selector. */
    public boolean neverFits(Selector selector) {
        return selector.className().isPresent() && Boolean.FALSE.equals(fitting.get(selector));
    }

    private void checkAgreement(Subject subject, Declared annotated, Declared selected) {
        if (!annotated.agrees(selected)) {
            problem(differently(subject, annotated, selected));
        }
    }

    /** What runs only after the flip does so with all of its invocations, and so leaves none to run before. */
    private void checkRuns(Subject subject, Optional<Declared> annotated) {
        var runs = Stream.concat(annotated.stream(), fitting(subject))
                .collect(Collectors.partitioningBy(Declared::postFixOnly));
        var after = runs.getOrDefault(true, List.of());
        var always = runs.getOrDefault(false, List.of());
        if (!after.isEmpty() && !always.isEmpty() && limited(subject)) {
            problem(differently(subject, after.get(0), always.get(0)));
        }
    }

    private Stream<Declared> fitting(Subject subject) {
        return registry.all().stream()
                .flatMap(incident -> incident.selectors().stream()
                        .filter(selector -> Selection.fits(selector, subject))
                        .map(selector -> Declared.of(incident.id(), selector, registry)));
    }

    private static String differently(Subject subject, Declared one, Declared other) {
        var method = subject.method();
        return "%s%s is declared twice and differently: %s; %s. Keep one of them."
                .formatted(
                        subject.testClass().getName(),
                        method == null ? "" : "#" + method.getName(),
                        one.describe(),
                        other.describe());
    }

    private Expectation resolve(Declared declared) {
        var blockers = new ArrayList<Blocker>();
        for (var id : declared.incidents()) {
            registry.find(id)
                    .ifPresentOrElse(
                            incident -> blockers.add(blocker(declared, incident)),
                            () -> problem(unknown(declared, id)));
        }
        checkSymptom(declared, blockers);
        if (declared.postFixOnly()) {
            postFixOnly = true;
        }
        return blockers.isEmpty() ? Expectation.PASS : new Expectation(blockers, declared.postFixOnly());
    }

    private Blocker blocker(Declared declared, Incident incident) {
        return new Blocker(incident, declared.symptom(), declared.intermittent(), flipped(incident));
    }

    /** An incident without that symptom would be allowed to show anything, or nothing; neither is what was written. */
    private void checkSymptom(Declared declared, List<Blocker> blockers) {
        declared.symptom().ifPresent(name -> {
            for (var blocker : blockers) {
                if (blocker.allowed().isEmpty()) {
                    problem("%s: symptom '%s' is not one of incident %s; allowed: %s"
                            .formatted(
                                    declared.where(), name, blocker.incident().id(), symptomNames(blocker.incident())));
                }
            }
        });
    }

    private String unknown(Declared declared, String id) {
        var known = registry.incidents().keySet();
        return "%s: incident '%s' is not in the registry %s%s; known incidents: %s"
                .formatted(
                        declared.where(),
                        id,
                        registry.source(),
                        known.isEmpty() ? "" : "; did you mean " + Distance.nearest(id, known) + "?",
                        known.isEmpty() ? "none" : String.join(", ", known));
    }

    private static String symptomNames(Incident incident) {
        return incident.symptoms().stream().map(Symptom::name).collect(Collectors.joining(", "));
    }

    private synchronized void problem(String text) {
        problems.add(text);
    }
}
