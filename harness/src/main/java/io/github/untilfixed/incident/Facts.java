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
        if (thrown.getCause() != null) {
            open.add(thrown.getCause());
        }
        open.addAll(Arrays.asList(thrown.getSuppressed()));
        if (thrown instanceof SQLException sql && sql.getNextException() != null) {
            open.add(sql.getNextException());
        }
    }

    /** Returns the message of an exception; empty when it has none, or throws instead of telling it. */
    public static Optional<String> message(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getMessage());
        } catch (RuntimeException e) {
            // An exception of a test may have any code in it; a verdict is owed all the same.
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
                .map(thrown -> ((SQLException) thrown).getSQLState())
                .filter(state -> state != null));
    }

    Set<String> httpStatuses() {
        return collect(diagnosed().stream()
                .map(DiagnosedFailure::httpStatus)
                .filter(OptionalInt::isPresent)
                .map(status -> Integer.toString(status.getAsInt())));
    }

    Set<String> startupPhases() {
        return collect(diagnosed().stream().map(DiagnosedFailure::startupPhase).flatMap(Optional::stream));
    }

    /** Returns what the failing step itself measured, in real time; empty when it measured nothing. */
    public Optional<Duration> measured() {
        return diagnosed().stream()
                .map(DiagnosedFailure::measured)
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
