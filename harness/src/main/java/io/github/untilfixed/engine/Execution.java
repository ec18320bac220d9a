package io.github.untilfixed.engine;

import io.github.untilfixed.bytecode.ClassRoots;
import io.github.untilfixed.bytecode.HollowBodies;
import io.github.untilfixed.engine.inside.Held;
import io.github.untilfixed.engine.inside.RunState;
import io.github.untilfixed.engine.inside.Sightings;
import io.github.untilfixed.environment.RunEnvironment;
import io.github.untilfixed.expectation.Blocker;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private int shown;

    Execution(ExecutionRequest request, HarnessDescriptor root, Plan plan) {
        this.request = request;
        this.root = root;
        this.plan = plan;
        var config = plan.config();
        var clock = config.clock();
        this.run = new Run(
                request.getEngineExecutionListener(),
                plan.expected(),
                new Judge(
                        plan.registry().all(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        config.timeScale()),
                new Sightings(),
                new Results(config, request.getConfigurationParameters()),
                new Entries(Redactor.of(
                        System.getenv(), config.remote().password().stream().toList())),
                new Recorder(),
                new Tally(),
                new HollowBodies(),
                new Held(),
                clock);
    }

    void run() {
        var stages = plan.stages().stream()
                .filter(stage -> root.getChildren().contains(stage.root()))
                .toList();
        var tests = Plan.Stage.tests(stages);
        var named = Staleness.count(plan.expected().blockers(tests));
        var classes = classes(tests);
        var roots = ClassRoots.of(classes);
        var notRun = new NotRun(plan, named, classes, roots);
        var problems = new ArrayList<>(plan.problems());
        if (!plan.fatal()) {
            new Staleness(plan, named, classes, roots, run.judge().today())
                    .problems()
                    .ifPresent(problems::add);
        }
        run.recorder()
                .start(
                        plan.config().journal(),
                        Header.of(
                                plan,
                                tests.size() + problems.size(),
                                run.clock().instant()));
        run.junit().executionStarted(root);
        problems.forEach(this::show);
        holdBack(named.keySet());
        runAll(stages).ifPresent(problem -> {
            problems.add(problem);
            show(problem);
        });
        withoutEffect().ifPresent(problem -> {
            problems.add(problem);
            show(problem);
        });
        new UnshownFixes(plan, run.tally(), notRun).problems(named.keySet()).forEach(this::show);
        end(problems, roots, notRun);
        run.junit().executionFinished(root, result());
    }

    private static Set<Class<?>> classes(List<TestDescriptor> tests) {
        var classes = new LinkedHashSet<Class<?>>();
        tests.forEach(test -> Descriptors.testClass(test).ifPresent(classes::add));
        return classes;
    }

    private void holdBack(Set<String> named) {
        var blocked = plan.fatal()
                ? Map.<String, String>of()
                : new Probes(plan.expectations(), run.judge())
                        .blocked(plan.registry().all(), named);
        var heldBack = new HeldBack(plan.expected()::of, plan.expected()::limited, blocked);
        if (plan.expectations().anyPostFixOnly() || !blocked.isEmpty()) {
            plan.stages().forEach(stage -> heldBack.add(stage.root()));
            run.held().hold(heldBack.reasons(), heldBack::reason);
        }
        var afterTheFlip = new AfterTheFlip(plan.expected()::of);
        if (plan.expectations().anyPostFixOnly()) {
            plan.stages().forEach(stage -> afterTheFlip.add(stage.root()));
        }
        new RunState(
                        plan.config(),
                        plan.registry(),
                        plan.expectations(),
                        run.judge(),
                        run.sightings(),
                        run.held(),
                        afterTheFlip.containers())
                .shareThrough(request);
    }

    /** What only the run could show: invocations that are declared differently, and limits that picked none of them. */
    private Optional<Problems> withoutEffect() {
        var lines = new ArrayList<>(plan.expectations().problems());
        plan.problems().forEach(known -> lines.removeAll(known.lines()));
        if (!plan.partial()) {
            plan.expectations().pickedNothing().stream()
                    .map(where -> where + ": picks none of the invocations that there were, and has no effect")
                    .forEach(lines::add);
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problems("expectations of invocations", lines, false, Optional.empty()));
    }

    /** Runs tier after tier in one environment; returns what went wrong when that was closed, which no test can show. */
    private Optional<Problems> runAll(List<Plan.Stage> stages) {
        var environment = RunEnvironment.hold(request.getStore());
        var jupiter = JupiterEngine.find();
        stages.forEach(stage -> run(jupiter, stage));
        try {
            environment.close();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Problems.afterTheTests("end of the environment", failure));
        }
    }

    private void run(TestEngine jupiter, Plan.Stage stage) {
        var listener = new VerdictListener(run, stage);
        var held = heldBack(stage);
        if (held.isPresent()) {
            listener.skipAll(new Outcome.NotRun(held.get(), true, Optional.empty()));
            return;
        }
        try {
            jupiter.execute(Requests.execution(request, stage.root(), listener, plan.parameters()));
            listener.end();
        } catch (Throwable error) {
            listener.breakOff(error);
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
        var container = ProblemDescriptor.container(root.getUniqueId(), shown++);
        var test = ProblemDescriptor.test(container.getUniqueId(), problems);
        root.addChild(container);
        run.junit().dynamicTestRegistered(container);
        run.junit().executionStarted(container);
        container.addChild(test);
        run.junit().dynamicTestRegistered(test);
        run.junit().executionStarted(test);
        var thrown = problems.thrown().orElse(null);
        var ruling = new Court(run, Optional.empty())
                .rule(Case.notStarted(test, outcome(problems), thrown), expectation(problems));
        run.junit().executionFinished(test, run.results().of(ruling, thrown));
        run.junit().executionFinished(container, TestExecutionResult.successful());
    }

    private static Outcome outcome(Problems problems) {
        if (problems.unverified().isPresent()) {
            return new Outcome.NotRun(problems.text(), false, problems.unverified());
        }
        return problems.thrown()
                .<Outcome>map(
                        thrown -> new Outcome.Threw(List.of(new Failure(Origin.DISCOVERY, thrown, Duration.ZERO))))
                .orElseGet(() -> new Outcome.Broken(problems.text()));
    }

    private Expectation expectation(Problems problems) {
        return problems.unverified()
                .flatMap(plan.registry()::find)
                .map(incident -> new Blocker(incident, Optional.empty(), false, true))
                .map(blocker -> new Expectation(List.of(blocker), false))
                .orElse(Expectation.PASS);
    }

    private void end(List<Problems> problems, ClassRoots roots, NotRun notRun) {
        var fixes = Fixes.of(plan, run.tally(), notRun);
        var deletions = new Flip(plan.config(), plan.registry(), roots).cleanUp(fixes);
        var now = run.clock().instant();
        fixes.flipped().stream()
                .flatMap(incident -> notRun.observations(incident, now).stream())
                .forEach(run.recorder()::write);
        run.recorder()
                .end(new EndRecord(
                        now,
                        run.recorder().tests(),
                        problems.stream()
                                .flatMap(each -> each.lines().stream())
                                .map(run.entries()::redact)
                                .toList(),
                        fixes.fixed(),
                        run.tally().unverified(),
                        deletions));
        new Summary(plan.config(), run.tally()).print(fixes, deletions);
    }

    private TestExecutionResult result() {
        return run.recorder()
                .problem()
                .map(problem -> TestExecutionResult.failed(new HarnessError(problem, null)))
                .orElseGet(TestExecutionResult::successful);
    }
}
