package io.github.untilfixed.engine.inside;

import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.expectation.Subject;
import io.github.untilfixed.incident.Origin;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Notes where exceptions start and which bodies are entered. Interceptors see what a method throws, handlers also see
 * what resolving its parameters throws. Tests that show something only after the flip it keeps from running before,
 * and gives them a hard limit after.
 */
public final class LifecycleExtension
        implements InvocationInterceptor,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ExecutionCondition {

    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("not held back");

    /** Jupiter makes an extension of its own for each execution, so the run need be looked up only once. */
    private volatile @Nullable RunState known;

    /** Created by Jupiter. */
    public LifecycleExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var run = run(context);
        var held = run == null || !run.held().isAny()
                ? null
                : run.held().reason(context.getUniqueId(), () -> expectation(run, context));
        return held == null ? RUNS : ConditionEvaluationResult.disabled(held.reason());
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        boolean once = context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
        return step(invocation, context, once ? Origin.CLASS_SET_UP : Origin.SET_UP);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        step(invocation, context, Origin.CLASS_SET_UP);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        step(invocation, context, Origin.SET_UP);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        body(
                invocation,
                context,
                List.of(),
                InnerCalls.ofNoResult((interceptor, rest) -> interceptor.interceptTestMethod(rest, call, context)));
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        body(
                invocation,
                context,
                new ArrayList<>(call.getArguments()),
                InnerCalls.ofNoResult(
                        (interceptor, rest) -> interceptor.interceptTestTemplateMethod(rest, call, context)));
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return body(
                invocation,
                context,
                List.of(),
                (interceptor, rest) -> interceptor.interceptTestFactoryMethod(rest, call, context));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        body(
                invocation,
                context,
                List.of(),
                InnerCalls.ofNoResult((interceptor, rest) -> interceptor.interceptDynamicTest(rest, call, context)));
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        step(invocation, context, Origin.TEAR_DOWN);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        step(invocation, context, Origin.CLASS_TEAR_DOWN);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw note(context, Origin.SET_UP, thrown);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw note(context, Origin.CLASS_SET_UP, thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw note(context, Origin.SET_UP, thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw note(context, Origin.TEAR_DOWN, thrown);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw note(context, Origin.CLASS_TEAR_DOWN, thrown);
    }

    private <T> T body(
            Invocation<T> invocation,
            ExtensionContext context,
            List<@Nullable Object> arguments,
            InnerCalls.Call<T> inner)
            throws Throwable {
        var run = run(context);
        var told = run == null
                ? invocation
                : InnerCalls.telling(invocation, inner, () -> run.sightings().enter(context, arguments));
        return step(told, context, Origin.TEST);
    }

    private <T> T step(Invocation<T> invocation, ExtensionContext context, Origin origin) throws Throwable {
        var run = run(context);
        return run != null && isLimited(run, context)
                ? limited(invocation, context, origin, run)
                : watch(invocation, context, origin);
    }

    private static boolean isLimited(RunState run, ExtensionContext context) {
        return run.expectations().anyPostFixOnly()
                && (expectation(run, context).postFixOnly() || isForTestsAfterTheFlip(run, context));
    }

    /** A class may leave it to each of its tests to say so. */
    private static boolean isForTestsAfterTheFlip(RunState run, ExtensionContext context) {
        return nearest(context, each -> Optional.of(each.getUniqueId()).filter(run.afterTheFlip()::contains))
                .isPresent();
    }

    /** Returns what is declared for all invocations of the test, or for the class when that is what runs. */
    private static Expectation expectation(RunState run, ExtensionContext context) {
        return nearest(context, ExtensionContext::getTestClass)
                .map(type -> new Subject(
                        type,
                        nearest(context, ExtensionContext::getTestMethod).orElse(null),
                        context.getTags(),
                        Optional.empty()))
                .filter(subject -> !run.expectations().limited(subject))
                .map(run.expectations()::resolve)
                .orElse(Expectation.PASS);
    }

    /** A dynamic test knows neither its class nor its factory; the context around it does. */
    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> part) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, each -> each.flatMap(ExtensionContext::getParent))
                .flatMap(each -> each.flatMap(part).stream())
                .findFirst();
    }

    // A body without a result has null for one.
    @SuppressWarnings("NullAway")
    private <T> T limited(Invocation<T> invocation, ExtensionContext context, Origin origin, RunState run)
            throws Throwable {
        try {
            return HardLimit.run(
                    run.config().postFixTimeout(),
                    "untilfixed.post-fix-timeout",
                    () -> carried(invocation, context, origin));
        } catch (HardLimit.LimitExceededException over) {
            run.sightings().saw(context.getUniqueId(), Origin.TIMEOUT, over);
            throw over;
        }
    }

    private <T> T carried(Invocation<T> invocation, ExtensionContext context, Origin origin) throws HardLimit.Carried {
        try {
            return watch(invocation, context, origin);
        } catch (Throwable thrown) {
            throw new HardLimit.Carried(thrown);
        }
    }

    private <T> T watch(Invocation<T> invocation, ExtensionContext context, Origin origin) throws Throwable {
        var before = bind(context, origin);
        try {
            return invocation.proceed();
        } catch (Throwable thrown) {
            throw note(context, origin, thrown);
        } finally {
            KnownIssue.bind(before);
        }
    }

    private KnownIssue.@Nullable Scope bind(ExtensionContext context, Origin origin) {
        var run = run(context);
        return KnownIssue.bind(run == null ? null : new TestScope(run, context, origin));
    }

    private @Nullable RunState run(ExtensionContext context) {
        var run = known;
        if (run == null) {
            run = RunState.of(context).orElse(null);
            known = run;
        }
        return run;
    }

    private Throwable note(ExtensionContext context, Origin origin, Throwable thrown) {
        var actual = Timeouts.isTimeout(thrown) ? Origin.TIMEOUT : origin;
        var run = run(context);
        if (run != null) {
            run.sightings().saw(context.getUniqueId(), actual, thrown);
        }
        return thrown;
    }
}
