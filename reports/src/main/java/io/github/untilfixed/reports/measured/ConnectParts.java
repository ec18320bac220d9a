package io.github.untilfixed.reports.measured;

import io.github.untilfixed.journal.ObservationRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a connect time. Only one of them is time of the simulation: what the same cost without the path, and how long
 * a connection was listened for after its limit, is real however much time is compressed.
 *
 * @param simulated what is left without the real part, compressed milliseconds; at least 0, and a lower estimate for a
 *     connection that cost the machine less than the slowest one beside the path
 * @param real real milliseconds that no time scale multiplies; empty when none are on record
 */
public record ConnectParts(double simulated, Optional<Double> real) {

    /** Returns the parts of a measured attempt; one without a value has none. */
    public static ConnectParts of(ObservationRecord attempt) {
        double all = attempt.value() == null ? 0 : attempt.value();
        var attributes = attempt.attributes();
        if (!attributes.containsKey("control-millis") && !attributes.containsKey("listening-millis")) {
            return new ConnectParts(all, Optional.empty());
        }
        double real = number(attributes.get("control-millis")) + number(attributes.get("listening-millis"));
        return new ConnectParts(Math.max(0, all - real), Optional.of(real));
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Double.parseDouble(text));
        } catch (NumberFormatException e) {
            // What is no number is taken from nothing.
            return 0;
        }
    }
}
