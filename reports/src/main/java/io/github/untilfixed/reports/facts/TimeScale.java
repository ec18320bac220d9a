package io.github.untilfixed.reports.facts;

import java.util.Locale;

/**
 * Turns the compressed durations of a journal back into those of the incident.
 *
 * @param factor 1..1000
 */
public record TimeScale(int factor) {

    /** Returns simulated seconds, for example {@code 75.1 s}, of real milliseconds. */
    public String seconds(double realMillis) {
        double seconds = realMillis * factor / 1000;
        if (seconds >= 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds >= 1
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
    }

    /** Returns real milliseconds as they were measured, for example {@code 1,502 ms}. */
    public static String real(double millis) {
        return String.format(Locale.ROOT, "%,.0f ms", millis);
    }

    /** Returns one sentence that says what the durations of a report mean. */
    public String legend() {
        return factor == 1
                ? "Durations are real time."
                : "Durations are simulated time: real milliseconds times the time scale of " + factor + ".";
    }
}
