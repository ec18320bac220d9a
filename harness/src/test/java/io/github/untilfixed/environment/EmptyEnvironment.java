package io.github.untilfixed.environment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An environment of this run with nothing in it that could be left, shown or watched. */
public interface EmptyEnvironment extends Environment {

    @Override
    default String name() {
        return "embedded";
    }

    @Override
    default boolean ownsServer() {
        return true;
    }

    @Override
    default Optional<URI> application() {
        return Optional.empty();
    }

    @Override
    default Set<Remnant> remnants() {
        return Set.of();
    }

    @Override
    default void remove(Remnant remnant) {
        throw new EnvironmentException("there is nothing to remove");
    }

    @Override
    default Witness witness(String what, Supplier<String> part) {
        return () -> {};
    }

    @Override
    default Map<String, String> evidence() {
        return Map.of();
    }

    @Override
    default void close() {}
}
