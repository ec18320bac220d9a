package io.github.untilfixed.reports.history;

import io.github.untilfixed.reports.statistics.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What differs between two updates of one incident.
 *
 * @param otherFinding whether they found something else about the incident
 * @param conditions what was different about the run itself, in words; a comparison across them is none of like with like
 * @param transitions tests whose verdict changed, by {@code from -> to}
 * @param added tests that only this update has
 * @param vanished tests that only the previous update has
 * @param criteria criteria whose answer changed, in words
 * @param contradictions statements of both updates that cannot both be true
 */
public record Changes(
        boolean otherFinding,
        List<String> conditions,
        Map<String, List<String>> transitions,
        List<String> added,
        List<String> vanished,
        List<String> criteria,
        List<String> contradictions) {

    private static final Duration CLOSE = Duration.ofHours(1);

    /** Returns what can be said of a first update: no more than whether it contradicts the registry. */
    public static Changes first(UpdateFile current) {
        return new Changes(false, List.of(), Map.of(), List.of(), List.of(), List.of(), declared(current));
    }

    /** Compares two updates. */
    public static Changes between(UpdateFile previous, UpdateFile current) {
        var transitions = new LinkedHashMap<String, List<String>>();
        var added = new ArrayList<String>();
        current.tests().forEach((test, verdict) -> {
            var before = previous.tests().get(test);
            if (before == null) {
                added.add(test);
            } else if (!before.equals(verdict)) {
                transitions
                        .computeIfAbsent(before + " -> " + verdict, key -> new ArrayList<>())
                        .add(test);
            }
        });
        var vanished = previous.tests().keySet().stream()
                .filter(test -> !current.tests().containsKey(test))
                .toList();
        var conditions = conditions(previous, current);
        return new Changes(
                !previous.finding().equals(current.finding()),
                conditions,
                transitions,
                List.copyOf(added),
                vanished,
                criteria(previous, current),
                contradictions(previous, current, conditions.isEmpty()));
    }

    /** Returns whether both found the same, in the same tests and under the same conditions. */
    public boolean none() {
        return !otherFinding && nothingElse();
    }

    /** Returns whether no more than the finding is another one. */
    public boolean nothingElse() {
        return conditions.isEmpty()
                && transitions.isEmpty()
                && added.isEmpty()
                && vanished.isEmpty()
                && criteria.isEmpty();
    }

    private static List<String> conditions(UpdateFile previous, UpdateFile current) {
        var conditions = new ArrayList<String>();
        differ(conditions, "mode", previous.mode(), current.mode());
        differ(conditions, "fault", faults(previous), faults(current));
        differ(conditions, "environment", previous.environment(), current.environment());
        differ(conditions, "time scale", previous.timeScale(), current.timeScale());
        if (previous.tier() != null) {
            differ(conditions, "tier", previous.tier(), String.valueOf(current.tier()));
        }
        differ(conditions, "journal", journal(previous), journal(current));
        differ(conditions, "commit", String.valueOf(previous.commit()), String.valueOf(current.commit()));
        differ(conditions, "declared state", words(previous.declaredState()), words(current.declaredState()));
        return conditions;
    }

    /** A criterion that only one of the two has is told by the commit or the registry that changed. */
    private static List<String> criteria(UpdateFile previous, UpdateFile current) {
        var changed = new ArrayList<String>();
        current.criteria().forEach((criterion, answer) -> {
            var before = previous.criteria().get(criterion);
            if (before != null && !before.equals(answer)) {
                changed.add("criterion " + criterion + ": " + words(before) + " before, " + words(answer) + " now");
            }
        });
        return List.copyOf(changed);
    }

    private static String faults(UpdateFile update) {
        return update.faults().isEmpty() ? "none" : String.join(", ", update.faults());
    }

    private static String journal(UpdateFile update) {
        return update.complete() ? "complete" : "incomplete";
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void differ(List<String> conditions, String what, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            conditions.add(what + ": " + before + " before, " + now + " now");
        }
    }

    private static List<String> contradictions(UpdateFile previous, UpdateFile current, boolean sameConditions) {
        var contradictions = new ArrayList<>(declared(current));
        if (previous.state().equals("FIX_VALIDATED") && broken(current) && alike(previous, current)) {
            var where = previous.environment().equals(current.environment())
                    ? ""
                    : " in environment " + previous.environment();
            contradictions.add("The update of run " + previous.run() + " called the fix validated" + where
                    + ", and this run finds: " + current.finding()
                    + ". The fix did not hold, or one of the two runs did not test what it says.");
        }
        if (sameConditions) {
            lost(previous, current).forEach(contradictions::add);
        }
        var apart = Duration.between(previous.startedAt(), current.startedAt()).abs();
        if (sameConditions && apart.compareTo(CLOSE) < 0 && !previous.state().equals(current.state())) {
            contradictions.add(
                    "Two updates within an hour, under the same conditions, disagree: \"" + previous.finding()
                            + "\" in run " + previous.run() + ", \"" + current.finding() + "\" in run " + current.run()
                            + ". Repeat the run before either is believed.");
        }
        return contradictions;
    }

    /**
     * A run that injects another fault shows what that does, and one in a simulation what its code does: neither says
     * anything about the real infrastructure, nor does that about them. What a run of some tiers found is not said of others.
     */
    private static boolean alike(UpdateFile previous, UpdateFile current) {
        return faults(previous).equals(faults(current))
                && remote(previous) == remote(current)
                && (previous.tier() == null
                        || previous.tier().equals("all")
                        || previous.tier().equals(current.tier()));
    }

    private static boolean remote(UpdateFile update) {
        return update.environment().equals("remote");
    }

    private static Stream<String> lost(UpdateFile previous, UpdateFile current) {
        return current.criteria().entrySet().stream()
                .filter(answer -> answer.getValue().equals(Trials.Answer.NOT_MET.name()))
                .map(Map.Entry::getKey)
                .filter(criterion ->
                        Trials.Answer.MET.name().equals(previous.criteria().get(criterion)))
                .map(criterion -> "The update of run " + previous.run() + " called the criterion \"" + criterion
                        + "\" met, and this run, under the same conditions, finds that it is not met.");
    }

    private static List<String> declared(UpdateFile current) {
        if (!broken(current)) {
            return List.of();
        }
        return switch (current.declaredState()) {
            case "CLOSED" -> List.of("The registry calls the incident closed, and its tests still fail.");
            case "FIX_CLAIMED" ->
                List.of("The registry says that a fix is claimed, and the incident's tests still fail.");
            default -> List.of();
        };
    }

    private static boolean broken(UpdateFile update) {
        return List.of("PRESENT", "STILL_BROKEN", "CHANGED").contains(update.state());
    }
}
