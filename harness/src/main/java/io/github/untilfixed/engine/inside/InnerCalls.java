package io.github.untilfixed.engine.inside;

import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Follows the call of a body through the interceptors inside of ours, each of which may take it away. Jupiter tells none
 * of them of the others, so this reads where the call goes next; where that cannot be read, what lies behind is taken for
 * the body.
 */
final class InnerCalls {

    private static final String INTERCEPTED =
            "org.junit.jupiter.engine.execution.InvocationInterceptorChain$InterceptedInvocation";

    private InnerCalls() {}

    /**
     * Returns the same call, which says so when it comes to the body.
     *
     * @param call how an interceptor is called
     */
    static <T> Invocation<T> telling(Invocation<T> invocation, Call<T> call, Runnable entered) {
        if (invocation.getClass().getName().equals(INTERCEPTED)) {
            var interceptor = read(invocation, "interceptor", InvocationInterceptor.class);
            var next = read(invocation, "invocation", Invocation.class);
            if (interceptor.isPresent() && next.isPresent()) {
                return inner(interceptor.get(), next.get(), call, entered);
            }
        }
        return new Body<>(invocation, entered);
    }

    // It is a call of the same body, whatever its result is.
    @SuppressWarnings("unchecked")
    private static <T> Invocation<T> inner(
            InvocationInterceptor interceptor, Invocation<?> next, Call<T> call, Runnable entered) {
        return new Inner<>(interceptor, telling((Invocation<T>) next, call, entered), call);
    }

    /** Returns a call of what has no result. */
    // Null is the only value of that type.
    @SuppressWarnings("NullAway")
    static Call<Void> ofNoResult(CallOfNoResult call) {
        return (interceptor, rest) -> {
            call.intercept(interceptor, rest);
            return null;
        };
    }

    private static <V> Optional<V> read(Object holder, String name, Class<V> type) {
        try {
            Field field = holder.getClass().getDeclaredField(name);
            return field.trySetAccessible() ? Optional.of(type.cast(field.get(holder))) : Optional.empty();
        } catch (ReflectiveOperationException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Calls an interceptor. */
    @FunctionalInterface
    interface Call<T> {

        /** Lets it intercept the rest of the call. */
        T intercept(InvocationInterceptor interceptor, Invocation<T> rest) throws Throwable;
    }

    /** Calls an interceptor for what has no result. */
    @FunctionalInterface
    interface CallOfNoResult {

        /** Lets it intercept the rest of the call. */
        void intercept(InvocationInterceptor interceptor, Invocation<Void> rest) throws Throwable;
    }

    private record Body<T>(Invocation<T> invocation, Runnable entered) implements Invocation<T> {

        @Override
        public T proceed() throws Throwable {
            entered.run();
            return invocation.proceed();
        }

        @Override
        public void skip() {
            invocation.skip();
        }
    }

    private record Inner<T>(InvocationInterceptor interceptor, Invocation<T> rest, Call<T> call)
            implements Invocation<T> {

        @Override
        public T proceed() throws Throwable {
            return call.intercept(interceptor, rest);
        }

        @Override
        public void skip() {
            rest.skip();
        }
    }
}
