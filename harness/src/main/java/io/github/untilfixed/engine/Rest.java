package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.Ruling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Gives verdicts where no test of Jupiter's brings one: to those that never start, and on containers. Thread-safe. */
final class Rest {

    private final Run run;
    private final Court court;
    private final Docket docket;
    private final Announcer announcer;
    private final TestDescriptor stage;

    Rest(Run run, Court court, Docket docket, Announcer announcer, TestDescriptor stage) {
        this.run = run;
        this.court = court;
        this.docket = docket;
        this.announcer = announcer;
        this.stage = stage;
    }

    /** Gives every test at a node and below it the same outcome; none of them has started. */
    void skip(TestDescriptor top, Outcome.NotRun outcome) {
        var rulings = new LinkedHashMap<TestDescriptor, Ruling>();
        for (var test : docket.pendingBelow(top)) {
            settle(Case.notStarted(test, own(test, outcome), null)).ifPresent(each -> rulings.put(test, each));
        }
        boolean anyRed =
                rulings.values().stream().anyMatch(ruling -> ruling.verdict().red());
        if (!anyRed && !outcome.gate()) {
            run.junit().executionSkipped(top, outcome.reason());
            return;
        }
        var path = announcer.path();
        rulings.forEach((test, ruling) -> path.publish(test, top, ruling, null));
        path.leaveAll();
    }

    /** A container can be held back for several reasons; each test has its own. */
    private Outcome.NotRun own(TestDescriptor test, Outcome.NotRun ofContainer) {
        var own = run.held().isAny() ? run.held().reason(test.getUniqueId().toString()) : null;
        return own == null ? ofContainer : own;
    }

    /** Gives everything that is left of the stage the same outcome, one by one. */
    void settleAll(Outcome.NotRun outcome) {
        for (var test : docket.pending(stage)) {
            settle(Case.notStarted(test, outcome, null))
                    .ifPresent(ruling -> announcer.publishAlone(test, stage, ruling));
        }
    }

    /**
     * A container that ended well owes no test but those of templates that produced none. What a factory or the set-up of
     * a class says of known issues belongs to none of its tests.
     */
    void succeed(TestDescriptor container, Case about) {
        var nothing = new Outcome.NotRun("it produced no test", false, Optional.empty());
        for (var test : missingAfterSuccess(container)) {
            settle(Case.notStarted(test, nothing, null))
                    .filter(ruling -> ruling.verdict().red())
                    .ifPresent(ruling -> announcer.publishAlone(test, container, ruling));
        }
        addOwn(container, about);
    }

    /** A container that aborted says of its parts what its tests cannot say any more. */
    void abort(TestDescriptor container, Case about) {
        if (!spread(container, about)) {
            addOwn(container, about);
        }
    }

    private void addOwn(TestDescriptor container, Case about) {
        if (!about.outcome().parts().isEmpty() || about.outcome() instanceof Outcome.Broken) {
            add(container, about, Expectation.PASS);
        }
    }

    /** What ended well has run its tests, so only templates that produced none, and the last to end, are asked. */
    private List<TestDescriptor> missingAfterSuccess(TestDescriptor container) {
        if (container.equals(stage)) {
            return docket.pendingBelow(container);
        }
        return docket.isPending(container) ? List.of(container) : List.of();
    }

    /** What failed in a container is the outcome of each of its tests that did not run, or else has an entry of its own. */
    void fail(TestDescriptor container, Case about) {
        if (!spread(container, about)) {
            add(container, about, court.containerExpectation(container));
        }
    }

    /** Gives each test of a container that did not run its container's outcome; false when there is none. */
    boolean spread(TestDescriptor container, Case cause) {
        var missing = docket.pendingBelow(container);
        var path = announcer.path();
        for (var test : missing) {
            settle(cause.about(test)).ifPresent(ruling -> path.publish(test, container, ruling, cause.thrown()));
        }
        path.leaveAll();
        return !missing.isEmpty();
    }

    private void add(TestDescriptor container, Case cause, Expectation expectation) {
        var entry = SyntheticTest.under(classLike(container), "container", container.getDisplayName() + " (container)");
        var above = entry.getParent().filter(each -> !each.equals(container));
        var junit = run.junit();
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

    /** Judges a test that never started; empty when it has its verdict already. */
    private Optional<Ruling> settle(Case about) {
        return docket.settle(about.test()) ? Optional.of(court.rule(about)) : Optional.empty();
    }
}
