package io.github.untilfixed.engine;

import io.github.untilfixed.verdict.Ruling;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** Tells JUnit of verdicts, also on tests that never started; thread-safe. */
final class Announcer {

    private final Run run;
    private final EngineExecutionListener junit;
    private final Predicate<TestDescriptor> open;

    /**
     * Creates it.
     *
     * @param open whether JUnit knows a container as started and not as ended
     */
    Announcer(Run run, Predicate<TestDescriptor> open) {
        this.run = run;
        this.junit = run.junit();
        this.open = open;
    }

    /** Ends a test that has started. */
    void tell(TestDescriptor test, Ruling ruling, @Nullable Throwable thrown) {
        tell(test, ruling, run.results().of(ruling, thrown));
    }

    /** Ends a test that has started; what JUnit is told as a success must still say that it was none by itself. */
    void tell(TestDescriptor test, Ruling ruling, TestExecutionResult result) {
        boolean silent = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (silent && ruling.verdict() != Verdict.PASSED) {
            junit.reportingEntryPublished(
                    test,
                    ReportEntry.from(ruling.verdict().name(), run.entries().redact(ruling.explanation())));
        }
        junit.executionFinished(test, result);
    }

    /** Tells of one test that never started, and starts and ends the containers between it and another above it. */
    void publishAlone(TestDescriptor test, TestDescriptor top, Ruling ruling) {
        var path = path();
        path.publish(test, top, ruling, null);
        path.leaveAll();
    }

    Path path() {
        return new Path();
    }

    /** A template is told of through an entry below it. */
    private void publish(TestDescriptor test, Ruling ruling, @Nullable Throwable thrown) {
        var shown = test;
        if (!test.isTest()) {
            shown = SyntheticTest.under(test, "not-expanded", test.getDisplayName());
            junit.dynamicTestRegistered(shown);
        }
        var result = run.results().of(ruling, thrown);
        if (result.getStatus() == TestExecutionResult.Status.ABORTED && thrown == null) {
            junit.executionSkipped(shown, ruling.explanation());
        } else {
            junit.executionStarted(shown);
            tell(shown, ruling, result);
        }
    }

    /** Tells of tests that never started: starts the containers above them, and ends them again, innermost first. */
    final class Path {

        private final ArrayDeque<TestDescriptor> entered = new ArrayDeque<>();

        private Path() {}

        void publish(TestDescriptor test, TestDescriptor top, Ruling ruling, @Nullable Throwable thrown) {
            enter(test, top);
            Announcer.this.publish(test, ruling, thrown);
        }

        private void enter(TestDescriptor test, TestDescriptor top) {
            var above = new ArrayDeque<TestDescriptor>();
            var container = test.isTest() ? test.getParent() : Optional.of(test);
            while (container.isPresent() && !open.test(container.get()) && !entered.contains(container.get())) {
                above.push(container.get());
                container = container.get().equals(top)
                        ? Optional.empty()
                        : container.get().getParent();
            }
            leaveDownTo(container);
            above.forEach(each -> {
                entered.push(each);
                junit.executionStarted(each);
            });
        }

        private void leaveDownTo(Optional<TestDescriptor> container) {
            while (!entered.isEmpty() && !entered.peek().equals(container.orElse(null))) {
                junit.executionFinished(entered.pop(), TestExecutionResult.successful());
            }
        }

        void leaveAll() {
            leaveDownTo(Optional.empty());
        }
    }
}
