package io.github.untilfixed.engine;

import io.github.untilfixed.bytecode.HollowBodies;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.verdict.HarnessError;
import io.github.untilfixed.verdict.Judge;
import io.github.untilfixed.verdict.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;

/** One execution: what is wrong first, then the tiers one after the other, then the end of the journal. */
final class Execution {

    private final ExecutionRequest request;
    private final HarnessDescriptor root;
    private final Plan plan;
    private final Run run;

    Execution(ExecutionRequest request, HarnessDescriptor root, Plan plan) {
        this.request = request;
        this.root = root;
        this.plan = plan;
        var config = plan.config();
        var clock = config.clock();
        this.run = new Run(
                request.getEngineExecutionListener(),
                plan.expectations(),
                new Judge(
                        plan.registry().all(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        config.timeScale()),
                new Sightings(),
                new Results(config),
                new Entries(Redactor.of(
                        System.getenv(), config.remote().password().stream().toList())),
                new Recorder(),
                new Tally(),
                new HollowBodies(),
                clock);
    }

    void run() {
        var stages = root.getChildren().stream().toList();
        run.recorder()
                .start(
                        plan.config().journal(),
                        Header.of(plan, planned(stages), run.clock().instant()));
        run.junit().executionStarted(root);
        share();
        plan.problems().forEach(this::show);
        var jupiter = JupiterEngine.find();
        plan.stages().stream().filter(stage -> stages.contains(stage.root())).forEach(stage -> run(jupiter, stage));
        end();
        run.junit().executionFinished(root, result());
    }

    private void share() {
        var heldBack = new HeldBack(new Court(run)::expectation);
        if (plan.expectations().anyPostFixOnly()) {
            plan.stages().forEach(stage -> heldBack.add(stage.root()));
        }
        new RunState(
                        plan.config(),
                        plan.registry(),
                        plan.expectations(),
                        run.judge(),
                        run.sightings(),
                        heldBack.reasons())
                .shareThrough(request);
    }

    private int planned(List<? extends TestDescriptor> stages) {
        long tests = stages.stream()
                .flatMap(stage -> stage.getDescendants().stream())
                .filter(Descriptors::planned)
                .count();
        return Math.toIntExact(tests + plan.problems().size());
    }

    private void run(TestEngine jupiter, Plan.Stage stage) {
        var listener = new VerdictListener(run, stage.root());
        var held = heldBack(stage);
        if (held.isPresent()) {
            listener.skip(stage.root(), new Outcome.NotRun(held.get(), true, Optional.empty()));
            return;
        }
        try {
            jupiter.execute(Requests.execution(request, stage.root(), listener, plan.parameters()));
        } catch (Throwable error) {
            listener.breakOff(stage.root(), error);
        }
    }

    /** Returns why the tests of a tier must not run. */
    private Optional<String> heldBack(Plan.Stage stage) {
        if (plan.fatal()) {
            return Optional.of("held back: the harness found problems before the first test; see the test UntilFixed");
        }
        return stage.tier()
                .filter(tier -> plan.config().gates().contains(tier))
                .flatMap(tier -> run.tally().lowestRed().filter(red -> red.compareTo(tier) < 0))
                .map(red -> "held back: tier " + red.tag()
                        + " has a failure that no incident explains; repair it first, or set untilfixed.gate=none");
    }

    /** Shows problems as one red test. */
    private void show(Problems problems) {
        var container =
                ProblemDescriptor.container(root.getUniqueId(), plan.problems().indexOf(problems));
        var test = ProblemDescriptor.test(container.getUniqueId(), problems);
        root.addChild(container);
        run.junit().dynamicTestRegistered(container);
        run.junit().executionStarted(container);
        container.addChild(test);
        run.junit().dynamicTestRegistered(test);
        run.junit().executionStarted(test);
        var thrown = problems.thrown().orElse(null);
        Outcome outcome = thrown == null
                ? new Outcome.Broken(problems.text())
                : new Outcome.Threw(List.of(new Failure(Origin.DISCOVERY, thrown, Duration.ZERO)));
        var ruling = new Court(run).rule(Case.notStarted(test, outcome, thrown), Expectation.PASS);
        run.junit().executionFinished(test, run.results().of(ruling, thrown));
        run.junit().executionFinished(container, TestExecutionResult.successful());
    }

    private void end() {
        run.recorder()
                .end(new EndRecord(
                        run.clock().instant(),
                        run.recorder().tests(),
                        plan.problems().stream()
                                .flatMap(each -> each.lines().stream())
                                .map(run.entries()::redact)
                                .toList(),
                        run.tally().fixed(),
                        run.tally().unverified(),
                        List.of()));
    }

    private TestExecutionResult result() {
        return run.recorder()
                .problem()
                .map(problem -> TestExecutionResult.failed(new HarnessError(problem, null)))
                .orElseGet(TestExecutionResult::successful);
    }
}
