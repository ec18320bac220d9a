package io.github.untilfixed;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a test that fails until an incident is fixed; the rest of the test goes on and counts.
 *
 * <pre>{@code
 * KnownIssue.of("1278").run(() -> client.chat("hello"));
 * }</pre>
 *
 * <p>A failure is forgiven only when it shows the incident's symptom; any other counts, even if the test catches it. A
 * part that does not fail makes the test an unexpected pass. Parts nest, the innermost is asked first. It belongs to the
 * test of the thread that calls {@link #of}, and handed to another thread it still does; one that outlives that test,
 * such as a constant, belongs to the test of the thread that runs it. Outside of the harness's engine, and after the
 * verdict on its test, it forgives nothing.
 */
public final class KnownIssue {

    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private final String incident;
    private final Optional<String> symptom;
    private final boolean intermittent;
    private final @Nullable Scope made;

    private KnownIssue(String incident, Optional<String> symptom, boolean intermittent, @Nullable Scope made) {
        this.incident = incident;
        this.symptom = symptom;
        this.intermittent = intermittent;
        this.made = made;
    }

    /** Creates a part of the test that the calling thread is in. */
    public static KnownIssue of(String incident) {
        return new KnownIssue(incident, Optional.empty(), false, isConstant() ? null : opened(CURRENT.get()));
    }

    /** Returns the same, forgiving only that symptom of the incident. */
    public KnownIssue symptom(String name) {
        return new KnownIssue(incident, Optional.of(name), intermittent, made);
    }

    /** Returns the same, for a part that fails only now and then. */
    public KnownIssue intermittent() {
        return new KnownIssue(incident, symptom, true, made);
    }

    /** Runs the part; what it throws is swallowed when it is the known issue, and thrown on when it is not. */
    public <X extends Throwable> void run(Body<X> body) throws X {
        call(() -> {
            body.run();
            return Optional.empty();
        });
    }

    /** Runs the part and returns its result; empty when it failed with the known issue. */
    // A body throws nothing else than what it declares and unchecked exceptions.
    @SuppressWarnings("unchecked")
    public <T, X extends Throwable> Optional<T> call(Source<T, X> body) throws X {
        var scope = scope();
        long start = System.nanoTime();
        T result;
        try {
            result = body.get();
        } catch (Throwable thrown) {
            if (scope != null && scope.forgives(part(), thrown, since(start))) {
                return Optional.empty();
            }
            throw (X) thrown;
        }
        if (scope != null) {
            scope.returned(part());
        }
        return Optional.ofNullable(result);
    }

    private @Nullable Scope scope() {
        var here = opened(CURRENT.get());
        return made == null ? here : made.or(here);
    }

    private static @Nullable Scope opened(@Nullable Scope scope) {
        if (scope != null) {
            scope.open();
        }
        return scope;
    }

    /** A class is initialized in one of its tests, by chance in this one. */
    private static boolean isConstant() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("<clinit>")));
    }

    private Part part() {
        return new Part(incident, symptom, intermittent);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Binds the calling thread to a test, for engines.
     *
     * @param scope the test, or null for none
     * @return what the thread was bound to before, to be bound again afterwards
     */
    public static @Nullable Scope bind(@Nullable Scope scope) {
        var before = CURRENT.get();
        if (scope == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(scope);
        }
        return before;
    }

    /** Code that may throw. */
    @FunctionalInterface
    public interface Body<X extends Throwable> {

        /** Runs the code. */
        void run() throws X;
    }

    /** Code that returns something or throws. */
    @FunctionalInterface
    public interface Source<T, X extends Throwable> {

        /** Runs the code. */
        @Nullable
        T get() throws X;
    }

    /**
     * What was said about a part.
     *
     * @param incident the id of the incident
     * @param symptom the only symptom that is allowed
     * @param intermittent whether it is no surprise when the part does not fail
     */
    public record Part(String incident, Optional<String> symptom, boolean intermittent) {}

    /** The test that parts belong to, as its engine sees it; thread-safe. */
    public interface Scope {

        /** Announces that it has parts. */
        void open();

        /** Returns the test that a part made in this one belongs to, run by a thread that is in that one, or in none. */
        @Nullable
        Scope or(@Nullable Scope here);

        /** Returns whether the failure is forgiven, and remembers it. */
        boolean forgives(Part part, Throwable thrown, Duration duration);

        /** Remembers a part that did not fail. */
        void returned(Part part);
    }
}
