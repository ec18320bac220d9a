package io.github.untilfixed.engine.inside;

import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.incident.Origin;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                : run.held().reason(context.getUniqueId(), () -> PostFixLimit.expectation(run, context));
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
        var run = run(context);
        // What another handler made of the body's exception is still the body's.
        boolean ofBody = run != null && run.sightings().entered(context);
        throw note(context, ofBody ? Origin.TEST : Origin.SET_UP, thrown);
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
        throw noteTearDown(context, Origin.TEAR_DOWN, thrown);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw noteTearDown(context, Origin.CLASS_TEAR_DOWN, thrown);
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
        return run != null && PostFixLimit.holds(run, context)
                ? PostFixLimit.run(run, context, () -> watch(invocation, context, origin))
                : watch(invocation, context, origin);
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

    private Throwable noteTearDown(ExtensionContext context, Origin origin, Throwable thrown) {
        var run = run(context);
        if (run != null) {
            run.sightings().escaped(context.getUniqueId(), thrown);
        }
        return note(context, origin, thrown);
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
