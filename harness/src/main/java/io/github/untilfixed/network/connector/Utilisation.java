package io.github.untilfixed.network.connector;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much of a connector is used.
 *
 * @param value 1 is all of it; more than 1 means that work queues up
 * @param boundBy the budget that is used most
 */
public record Utilisation(double value, Budget boundBy) {

    static Utilisation highest(Utilisation... candidates) {
        return Stream.of(candidates)
                .max(Comparator.comparingDouble(Utilisation::value))
                .orElseThrow();
    }
}
