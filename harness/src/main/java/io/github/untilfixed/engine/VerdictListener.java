package io.github.untilfixed.engine;

import io.github.untilfixed.engine.inside.Hearing;
import io.github.untilfixed.journal.Published;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Stands between Jupiter and JUnit: replaces each result by the verdict, and gives a verdict of its own to each test
 * that Jupiter never comes to because something above it failed. Thread-safe.
 */
final class VerdictListener implements EngineExecutionListener {

    private final Run run;
    private final Court court;
    private final Cases cases;
    private final Announcer announcer;
    private final TestDescriptor stage;
    private final EngineExecutionListener junit;
    private final Set<TestDescriptor> pending = ConcurrentHashMap.newKeySet();
    private final Map<TestDescriptor, Hearing> open = new ConcurrentHashMap<>();
    private volatile boolean settledEarly;

    VerdictListener(Run run, Plan.Stage stage) {
        this.run = run;
        this.court = new Court(run, stage.tier());
        this.cases = new Cases(run);
        this.announcer = new Announcer(run, open::containsKey);
        this.junit = run.junit();
        this.stage = stage.root();
        pending.addAll(Descriptors.plannedBelow(stage.root()));
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor test) {
        test.getParent().ifPresent(pending::remove);
        pending.addAll(Descriptors.plannedBelow(test));
        junit.dynamicTestRegistered(test);
    }

    @Override
    public void executionStarted(TestDescriptor test) {
        if (settledEarly && test.isTest() && !pending.contains(test)) {
            // Conscious: Jupiter can start an invocation after its template has failed; it has its verdict by then.
            return;
        }
        open.put(test, run.sightings().start(test, run.clock().instant()));
        junit.executionStarted(test);
    }

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
        var held = run.heldBack().isEmpty()
                ? null
                : run.heldBack().get(test.getUniqueId().toString());
        skip(test, held == null ? new Outcome.NotRun(reason, false, Optional.empty()) : held);
    }

    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
        if (test.isTest()) {
            finishTest(test, result);
        } else {
            finishContainer(test, result);
        }
    }

    @Override
    public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
        var published = entry.getKeyValuePairs();
        var observation = Published.observation(published);
        var evidence = Published.evidence(published);
        observation.ifPresent(
                each -> run.recorder().write(each.by(test.getUniqueId().toString())));
        evidence.ifPresent(each -> Optional.ofNullable(open.get(test))
                .ifPresent(hearing -> hearing.add(run.entries().evidence(each))));
        if (observation.isEmpty() && evidence.isEmpty()) {
            junit.reportingEntryPublished(test, entry);
        }
    }

    @Override
    public void fileEntryPublished(TestDescriptor test, FileEntry file) {
        junit.fileEntryPublished(test, file);
    }

    /** Gives every test below a container that did not run the same outcome; nothing below has started. */
    void skip(TestDescriptor top, Outcome.NotRun outcome) {
        var tests = pendingBelow(top);
        var rulings = new ArrayList<Ruling>();
        tests.forEach(test -> rulings.add(settle(Case.notStarted(test, outcome(test, outcome), null))));
        boolean anyRed = rulings.stream().anyMatch(ruling -> ruling.verdict().red());
        if (!anyRed && !outcome.gate()) {
            junit.executionSkipped(top, outcome.reason());
            return;
        }
        var path = announcer.path();
        for (int index = 0; index < tests.size(); index++) {
            path.publish(tests.get(index), top, rulings.get(index), null);
        }
        path.leaveAll();
    }

    /** A container can be held back for several reasons; each test has its own. */
    private Outcome.NotRun outcome(TestDescriptor test, Outcome.NotRun ofContainer) {
        return run.heldBack().getOrDefault(test.getUniqueId().toString(), ofContainer);
    }

    /** Ends what is still open and settles what never ran, after an error that ended Jupiter's run. */
    void breakOff(TestDescriptor stage, Throwable error) {
        var reason = "not run: " + error + " ended the run";
        open.keySet().stream()
                .filter(TestDescriptor::isTest)
                .toList()
                .forEach(test -> finishTest(test, TestExecutionResult.failed(error)));
        pendingBelow(stage).forEach(test -> {
            var ruling = settle(Case.notStarted(test, new Outcome.NotRun(reason, false, Optional.empty()), null));
            announcer.publishAlone(test, stage, ruling);
        });
        open.keySet().stream()
                .sorted(Comparator.comparingInt((TestDescriptor each) ->
                                each.getUniqueId().getSegments().size())
                        .reversed())
                .forEach(container -> {
                    open.remove(container);
                    junit.executionFinished(container, TestExecutionResult.successful());
                });
    }

    private void finishTest(TestDescriptor test, TestExecutionResult result) {
        var hearing = open.remove(test);
        pending.remove(test);
        var about = cases.of(test, result, ended(test, hearing));
        announcer.tell(test, court.rule(about), about.thrown());
    }

    private void finishContainer(TestDescriptor container, TestExecutionResult result) {
        var hearing = ended(container, open.get(container));
        boolean successful = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        var missing = successful ? missingAfterSuccess(container) : pendingBelow(container);
        if (successful) {
            settleMissing(container, missing);
        } else if (!missing.isEmpty()) {
            spread(container, missing, cases.of(container, result, hearing));
        } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            addTo(container, cases.of(container, result, hearing));
        }
        open.remove(container);
        run.sightings().forget(Descriptors.id(container));
        junit.executionFinished(
                container,
                result.getStatus() == TestExecutionResult.Status.FAILED ? TestExecutionResult.successful() : result);
    }

    /** A container that ended well owes no test but those of templates that produced none. */
    private void settleMissing(TestDescriptor container, List<TestDescriptor> missing) {
        var nothing = new Outcome.NotRun("it produced no test", false, Optional.empty());
        for (var test : missing) {
            var ruling = settle(Case.notStarted(test, nothing, null));
            if (ruling.verdict().red()) {
                announcer.publishAlone(test, container, ruling);
            }
        }
    }

    /** What stopped a container is the outcome of each of its tests that did not run. */
    private void spread(TestDescriptor container, List<TestDescriptor> missing, Case cause) {
        var path = announcer.path();
        for (var test : missing) {
            path.publish(test, container, settle(cause.about(test)), cause.thrown());
        }
        path.leaveAll();
    }

    /** A failure that comes after every test of the container has its verdict gets an entry of its own. */
    private void addTo(TestDescriptor container, Case cause) {
        var expectation = court.containerExpectation(container);
        var entry = SyntheticTest.under(classLike(container), "container", container.getDisplayName() + " (container)");
        var above = entry.getParent().filter(each -> !each.equals(container));
        above.ifPresent(each -> {
            junit.dynamicTestRegistered(each);
            junit.executionStarted(each);
        });
        junit.dynamicTestRegistered(entry);
        var ruling = court.rule(cause.about(entry), expectation);
        junit.executionStarted(entry);
        announcer.tell(entry, ruling, cause.thrown());
        above.ifPresent(each -> junit.executionFinished(each, TestExecutionResult.successful()));
    }

    /** Surefire and Failsafe forget results that belong to no class, as those of a whole stage. */
    private static TestDescriptor classLike(TestDescriptor container) {
        if (container.getSource().isPresent()) {
            return container;
        }
        var substitute = ProblemDescriptor.container(container.getUniqueId(), 0);
        container.addChild(substitute);
        return substitute;
    }

    /** What ended well has run its tests, so only templates that produced none, and the last to end, are asked. */
    private List<TestDescriptor> missingAfterSuccess(TestDescriptor container) {
        if (container.equals(stage)) {
            return pendingBelow(container);
        }
        return pending.contains(container) ? List.of(container) : List.of();
    }

    private Ruling settle(Case about) {
        settledEarly = true;
        pending.remove(about.test());
        return court.rule(about);
    }

    private Hearing ended(TestDescriptor test, @Nullable Hearing hearing) {
        var known = hearing == null ? new Hearing(test, run.clock().instant(), null) : hearing;
        run.sightings().end(known);
        return known;
    }

    private List<TestDescriptor> pendingBelow(TestDescriptor top) {
        if (pending.isEmpty()) {
            return List.of();
        }
        return Descriptors.plannedBelow(top).stream()
                .filter(test -> pending.contains(test) && !(test.isTest() && open.containsKey(test)))
                .toList();
    }
}
