package io.github.untilfixed.engine;

import io.github.untilfixed.engine.inside.Hearing;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.journal.Published;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.Ruling;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.TestAbortedException;

/**
 * Stands between Jupiter and JUnit: replaces each result by the verdict, and gives a verdict of its own to each test
 * that Jupiter never comes to because something above it failed. Thread-safe.
 */
final class VerdictListener implements EngineExecutionListener {

    private final Run run;
    private final Court court;
    private final Cases cases;
    private final Docket docket;

    /** A verdict that another thread is about to give is waited for before the run ends. */
    private final ReadWriteLock underWay = new ReentrantReadWriteLock();

    private final Announcer announcer;
    private final Rest rest;
    private final TestDescriptor stage;
    private final EngineExecutionListener junit;

    VerdictListener(Run run, Plan.Stage stage) {
        this.run = run;
        this.court = new Court(run, stage.tier());
        this.cases = new Cases(run);
        this.docket = new Docket(stage.root());
        this.stage = stage.root();
        this.announcer = new Announcer(run, node -> docket.hearing(node) != null);
        this.rest = new Rest(run, court, docket, announcer, stage.root());
        this.junit = run.junit();
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor test) {
        // Or a test that another thread is adding would be listed after the last one was settled, and get no verdict.
        under(underWay.readLock(), () -> {
            if (docket.add(test)) {
                junit.dynamicTestRegistered(test);
            }
        });
    }

    @Override
    public void executionStarted(TestDescriptor test) {
        under(underWay.readLock(), () -> start(test));
    }

    private void start(TestDescriptor test) {
        var hearing = run.sightings().start(test, run.clock().instant());
        // Jupiter can start an invocation after its template has failed; it has its verdict by then.
        if (docket.start(test, hearing)) {
            junit.executionStarted(test);
        } else {
            run.sightings().end(hearing);
        }
    }

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
        var held = run.held().isAny() ? run.held().reason(test.getUniqueId().toString()) : null;
        rest.skip(test, held == null ? new Outcome.NotRun(reason, false, Optional.empty()) : held);
    }

    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
        under(underWay.readLock(), () -> {
            if (test.isTest()) {
                finishTest(test, result);
            } else {
                finishContainer(test, result);
            }
        });
    }

    @Override
    public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
        var published = entry.getKeyValuePairs();
        var observation = Published.observation(published);
        var evidence = Published.evidence(published);
        observation.ifPresent(
                each -> run.recorder().write(each.by(test.getUniqueId().toString())));
        evidence.ifPresent(each -> Optional.ofNullable(docket.hearing(test))
                .ifPresent(hearing -> hearing.add(run.entries().evidence(each))));
        if (observation.isEmpty() && evidence.isEmpty()) {
            junit.reportingEntryPublished(test, entry);
        }
    }

    @Override
    public void fileEntryPublished(TestDescriptor test, FileEntry file) {
        junit.fileEntryPublished(test, file);
    }

    /** Gives every test of the stage the same outcome; nothing has started. */
    void skipAll(Outcome.NotRun outcome) {
        rest.skip(stage, outcome);
    }

    /** Ends what is still open and settles what never ran, after an error that ended Jupiter's run. */
    void breakOff(Throwable error) {
        docket.close();
        under(underWay.writeLock(), () -> {
            blame(docket.openContainers(), error);
            cutOff(Facts.text(error) + " ended the run");
        });
    }

    /** Ends what Jupiter has left open: it does not wait for what it forked when the template of that has failed. */
    void end() {
        docket.close();
        under(underWay.writeLock(), () -> cutOff("what it belongs to had ended"));
    }

    private static void under(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private void cutOff(String reason) {
        var aborted = TestExecutionResult.aborted(new TestAbortedException("cut off: " + reason));
        docket.openTests().forEach(test -> finishTest(test, aborted));
        rest.settleAll(new Outcome.NotRun("not run: " + reason, false, Optional.empty()));
        for (var container : docket.openContainers()) {
            docket.end(container);
            junit.executionFinished(container, TestExecutionResult.successful());
        }
    }

    /** The error is the failure of where it was seen to start, or else of all that was running, the innermost first. */
    private void blame(List<TestDescriptor> containers, Throwable error) {
        var running = docket.openTests();
        for (var node : Stream.concat(running.stream(), containers.stream()).toList()) {
            var original = run.sightings().seen(Descriptors.id(node), error);
            if (original.isPresent()) {
                blame(node, original.get());
                return;
            }
        }
        var places = running.isEmpty() ? containers.stream().limit(1).toList() : running;
        (places.isEmpty() ? List.of(stage) : places).forEach(node -> blame(node, error));
    }

    private void blame(TestDescriptor node, Throwable error) {
        var failed = TestExecutionResult.failed(error);
        if (node.isTest()) {
            finishTest(node, failed);
        } else {
            rest.fail(node, cases.of(node, failed, ended(node, docket.hearing(node))));
        }
    }

    private void finishTest(TestDescriptor test, TestExecutionResult result) {
        var hearing = docket.end(test);
        if (hearing == null) {
            return;
        }
        var about = cases.of(test, result, ended(test, hearing));
        var ruling = court.rule(about);
        announcer.tell(
                test,
                ruling,
                isNotOurs(about, ruling, result) ? result : run.results().of(ruling, about.thrown()));
    }

    /** Where nobody asked us about a test JUnit must say what it says without us: some extensions run bodies elsewhere. */
    private boolean isNotOurs(Case about, Ruling ruling, TestExecutionResult result) {
        return result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                && ruling.verdict() == Verdict.SKIPPED
                && court.hasNoPartIn(about);
    }

    private void finishContainer(TestDescriptor container, TestExecutionResult result) {
        var hearing = docket.hearing(container);
        if (hearing == null) {
            return;
        }
        var about = cases.of(container, result, ended(container, hearing));
        switch (result.getStatus()) {
            case SUCCESSFUL -> rest.succeed(container, about);
            case ABORTED -> rest.abort(container, about);
            case FAILED -> rest.fail(container, about);
        }
        docket.end(container);
        run.sightings().forget(Descriptors.id(container));
        junit.executionFinished(
                container,
                result.getStatus() == TestExecutionResult.Status.ABORTED
                        ? TestExecutionResult.aborted(StandIn.of(about.thrown()))
                        : TestExecutionResult.successful());
    }

    private Hearing ended(TestDescriptor test, @Nullable Hearing hearing) {
        var known = hearing == null ? new Hearing(test, run.clock().instant(), null) : hearing;
        run.sightings().end(known);
        return known;
    }
}
