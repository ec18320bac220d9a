package io.github.untilfixed.incident;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an exception says about itself, gathered from it, its causes and its suppressed exceptions.
 *
 * @param chain the exception first, then causes and suppressed ones, each once
 */
public record Facts(List<Throwable> chain) {

    /** An exception may make a new cause each time it is asked. */
    private static final int LONGEST = 1_000;

    /** Returns what an exception says about itself. */
    public static Facts of(Throwable thrown) {
        return of(thrown, List.of());
    }

    static Facts of(Throwable thrown, Collection<Throwable> notPart) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(notPart);
        var chain = new ArrayList<Throwable>();
        var open = new ArrayDeque<@Nullable Throwable>();
        open.add(thrown);
        while (!open.isEmpty() && chain.size() < LONGEST) {
            var next = open.poll();
            if (next != null && seen.add(next)) {
                chain.add(next);
                enqueue(next, open);
            }
        }
        return new Facts(List.copyOf(chain));
    }

    private static void enqueue(Throwable thrown, ArrayDeque<@Nullable Throwable> open) {
        cause(thrown).ifPresent(open::add);
        open.addAll(Arrays.asList(thrown.getSuppressed()));
        if (thrown instanceof SQLException sql) {
            ask(sql::getNextException).ifPresent(open::add);
        }
    }

    /** Returns whether whoever follows the chain comes back, with an answer to each question. */
    public boolean isPlain() {
        return chain.size() < LONGEST && chain.stream().allMatch(Facts::answers);
    }

    private static boolean answers(Throwable thrown) {
        try {
            return thrown.toString() != null && thrown.getStackTrace() != null && thrown.getCause() != thrown;
        } catch (Throwable e) {
            return false;
        }
    }

    /** Returns the message of an exception; empty when it has none, or throws instead of telling it. */
    public static Optional<String> message(Throwable thrown) {
        return ask(thrown::getMessage);
    }

    /** Returns the cause of an exception; empty when it has none, or throws instead of telling it. */
    public static Optional<Throwable> cause(Throwable thrown) {
        return ask(thrown::getCause);
    }

    /** Returns where an exception was made; empty when it throws instead of telling it. */
    public static List<StackTraceElement> trace(Throwable thrown) {
        return ask(thrown::getStackTrace).map(Arrays::asList).orElse(List.of());
    }

    /** Returns an exception as one text; its class when it throws instead of telling it. */
    public static String text(Throwable thrown) {
        return ask(thrown::toString).orElse(thrown.getClass().getName());
    }

    /** An exception of a test may have any code in it; a verdict is owed all the same. */
    private static <T> Optional<T> ask(Supplier<? extends @Nullable T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (Throwable e) {
            return Optional.empty();
        }
    }

    /** Returns whether an exception of the chain is of that class, by full or simple name, or of a subclass. */
    boolean hasType(String name) {
        return chain.stream().anyMatch(thrown -> isNamed(thrown.getClass(), name));
    }

    Set<String> types() {
        return collect(chain.stream().map(thrown -> thrown.getClass().getName()));
    }

    Set<String> messages() {
        return collect(chain.stream().map(Facts::message).flatMap(Optional::stream));
    }

    Set<String> sqlStates() {
        return collect(chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(sql -> ask(sql::getSQLState).stream()));
    }

    Set<String> httpStatuses() {
        return collect(diagnosed().stream()
                .flatMap(each -> ask(each::httpStatus).stream())
                .filter(OptionalInt::isPresent)
                .map(status -> Integer.toString(status.getAsInt())));
    }

    Set<String> startupPhases() {
        return collect(diagnosed().stream()
                .flatMap(each -> ask(each::startupPhase).stream())
                .flatMap(Optional::stream));
    }

    /** Returns what the failing step itself measured, in real time; empty when it measured nothing. */
    public Optional<Duration> measured() {
        return diagnosed().stream()
                .flatMap(each -> ask(each::measured).stream())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<DiagnosedFailure> diagnosed() {
        return chain.stream()
                .filter(DiagnosedFailure.class::isInstance)
                .map(DiagnosedFailure.class::cast)
                .toList();
    }

    private static Set<String> collect(java.util.stream.Stream<String> values) {
        return values.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNamed(@Nullable Class<?> type, String name) {
        if (type == null) {
            return false;
        }
        return type.getName().equals(name)
                || type.getSimpleName().equals(name)
                || isNamed(type.getSuperclass(), name)
                || Arrays.stream(type.getInterfaces()).anyMatch(each -> isNamed(each, name));
    }
}
