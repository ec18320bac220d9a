package io.github.untilfixed.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The failure that identifies an incident. Each criterion that is declared must hold; within one criterion any of its
 * values will do. A criterion may hold on any exception of the chain.
 *
 * @param name unique within the incident
 * @param description what it is in words
 * @param origins where the failure may start
 * @param exceptions class names, full or simple, of which one must be in the chain; empty asks for none
 * @param message a pattern that must be found in a message of the chain
 * @param sqlStates of which one must be in the chain; empty asks for none
 * @param httpStatuses of which one must have been received; empty asks for none
 * @param startupPhases of which one must have failed; empty asks for none
 * @param measured the band, in simulated time, for what the failing step measured, or else for the test's duration
 */
public record Symptom(
        String name,
        Optional<String> description,
        Set<Origin> origins,
        List<String> exceptions,
        Optional<Pattern> message,
        List<String> sqlStates,
        List<String> httpStatuses,
        List<String> startupPhases,
        Optional<Band> measured) {

    /** Where a failure may start when the symptom does not say it: where infrastructure is first touched. */
    public static final Set<Origin> DEFAULT_ORIGINS =
            Set.copyOf(EnumSet.of(Origin.TEST, Origin.SET_UP, Origin.CLASS_SET_UP, Origin.EXTENSION));

    /**
     * Returns why the failure is not this symptom, one reason per criterion; empty when it is this symptom.
     *
     * @param timeScale the factor by which simulated durations were compressed
     */
    public List<String> mismatches(Failure failure, int timeScale) {
        var facts = failure.facts();
        var reasons = new ArrayList<String>();
        if (!origins.contains(failure.origin())) {
            reasons.add("started in " + failure.origin() + ", expected " + or(origins));
        }
        if (!exceptions.isEmpty() && exceptions.stream().noneMatch(facts::hasType)) {
            reasons.add("exceptions " + facts.types() + ", expected " + or(exceptions));
        }
        message.filter(pattern -> facts.messages().stream()
                        .noneMatch(text -> pattern.matcher(text).find()))
                .ifPresent(pattern -> reasons.add("no message matches /" + pattern + "/"));
        compare("SQLSTATE", facts::sqlStates, sqlStates, reasons);
        compare("HTTP status", facts::httpStatuses, httpStatuses, reasons);
        compare("start-up phase", facts::startupPhases, startupPhases, reasons);
        measured.ifPresent(band -> compare(band, simulated(failure, timeScale), reasons));
        return reasons;
    }

    /** Returns the duration that the band is held against, in simulated time. */
    public static Duration simulated(Failure failure, int timeScale) {
        var real = failure.facts().measured().orElse(failure.testDuration());
        // Duration multiplies by way of decimals, which shows in a run of many failures.
        return Duration.ofNanos(Math.multiplyExact(real.toNanos(), (long) timeScale));
    }

    /** Returns the criteria as one line for people. */
    public String describe() {
        var parts = new ArrayList<String>();
        description.ifPresent(parts::add);
        add("exception", exceptions, parts);
        message.ifPresent(pattern -> parts.add("message /" + pattern + "/"));
        add("SQLSTATE", sqlStates, parts);
        add("HTTP status", httpStatuses, parts);
        add("start-up phase", startupPhases, parts);
        measured.ifPresent(band -> parts.add("measured " + band));
        add("origin", origins.stream().sorted().map(Origin::name).toList(), parts);
        return String.join("; ", parts);
    }

    private static void compare(String what, Supplier<Set<String>> found, List<String> expected, List<String> reasons) {
        if (expected.isEmpty()) {
            return;
        }
        var actual = found.get();
        if (expected.stream().noneMatch(actual::contains)) {
            reasons.add((actual.isEmpty() ? "no " + what : what + " " + actual) + ", expected " + or(expected));
        }
    }

    private static void compare(Band band, Duration actual, List<String> reasons) {
        if (!band.contains(actual)) {
            reasons.add("measured " + Durations.text(actual) + ", expected " + band);
        }
    }

    private static void add(String what, List<String> values, List<String> parts) {
        if (!values.isEmpty()) {
            parts.add(what + " " + or(values));
        }
    }

    private static String or(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }
}
