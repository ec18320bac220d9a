package io.github.untilfixed.suites.diagnosis;

import static io.github.untilfixed.suites.diagnosis.Finding.ALL_COME;
import static io.github.untilfixed.suites.diagnosis.Finding.CHAT_FAILS;
import static io.github.untilfixed.suites.diagnosis.Finding.CHAT_WORKS;
import static io.github.untilfixed.suites.diagnosis.Finding.CLOSED_BY_FAR_SIDE;
import static io.github.untilfixed.suites.diagnosis.Finding.DIES_AT_IMPORT;
import static io.github.untilfixed.suites.diagnosis.Finding.FAILS_IN_DATABASE;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_HANGS;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_IS_FAST;
import static io.github.untilfixed.suites.diagnosis.Finding.IDLE_CONNECT_IS_LATE;
import static io.github.untilfixed.suites.diagnosis.Finding.NONE_COMES;
import static io.github.untilfixed.suites.diagnosis.Finding.NO_SLOT;
import static io.github.untilfixed.suites.diagnosis.Finding.READY;
import static io.github.untilfixed.suites.diagnosis.Finding.REFUSED;
import static io.github.untilfixed.suites.diagnosis.Finding.SOME_ARE_LOST;
import static io.github.untilfixed.suites.diagnosis.Finding.WORKS_LATER;

import io.github.untilfixed.config.Fault;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a fault predicts, and how much of it was found. Nothing that a person declared has a part in it.
 *
 * @param fault that would explain the findings
 * @param support findings that it predicts
 * @param against findings that it rules out, and predicted ones that were not made
 */
public record Hypothesis(Fault fault, Set<Finding> support, Set<Finding> against) {

    private static final Map<Fault, Set<Finding>> PREDICTIONS = predictions();

    /** Holds every fault against some findings, the best explanation first. */
    public static List<Hypothesis> rank(Set<Finding> findings) {
        return Arrays.stream(Fault.values())
                .map(fault -> of(fault, findings))
                .sorted(Comparator.comparingInt(Hypothesis::score).reversed())
                .toList();
    }

    /** Returns the findings for it less those against it. */
    public int score() {
        return support.size() - against.size();
    }

    private static Hypothesis of(Fault fault, Set<Finding> findings) {
        var predicted = PREDICTIONS.getOrDefault(fault, Set.of());
        var support = EnumSet.noneOf(Finding.class);
        var against = EnumSet.noneOf(Finding.class);
        for (var finding : Finding.values()) {
            if (findings.contains(finding) && predicted.contains(finding)) {
                support.add(finding);
            } else if (!left(fault, finding) && (findings.contains(finding) || predicted.contains(finding))) {
                against.add(finding);
            }
        }
        return new Hypothesis(fault, support, against);
    }

    /** Returns whether a fault leaves to chance what a finding says: it speaks neither for nor against. */
    private static boolean left(Fault fault, Finding finding) {
        return fault == Fault.CONNECTOR_SATURATED && (finding == IDLE_CONNECT_IS_LATE || finding == IDLE_CONNECT_HANGS);
    }

    private static Map<Fault, Set<Finding>> predictions() {
        var all = new EnumMap<Fault, Set<Finding>>(Fault.class);
        all.put(Fault.NONE, EnumSet.of(IDLE_CONNECT_IS_FAST, ALL_COME, READY, CHAT_WORKS));
        all.put(Fault.CONNECTOR_SCALING, EnumSet.of(IDLE_CONNECT_IS_LATE, ALL_COME, FAILS_IN_DATABASE));
        all.put(Fault.CONNECTOR_SATURATED, EnumSet.of(SOME_ARE_LOST, FAILS_IN_DATABASE));
        all.put(Fault.ROUTE_CUT, EnumSet.of(IDLE_CONNECT_HANGS, NONE_COMES, FAILS_IN_DATABASE));
        all.put(Fault.SERVER_CLOSE, EnumSet.of(CLOSED_BY_FAR_SIDE, NONE_COMES, FAILS_IN_DATABASE));
        all.put(Fault.CONNECTION_LIMIT, EnumSet.of(IDLE_CONNECT_IS_FAST, NO_SLOT, READY, CHAT_WORKS));
        all.put(Fault.PACKAGING, EnumSet.of(IDLE_CONNECT_IS_FAST, ALL_COME, DIES_AT_IMPORT));
        all.put(Fault.BYPASS_FLAG, EnumSet.of(REFUSED, NONE_COMES, READY, CHAT_FAILS));
        all.put(Fault.EGRESS_COLD_START, EnumSet.of(IDLE_CONNECT_HANGS, NONE_COMES, WORKS_LATER, FAILS_IN_DATABASE));
        return all;
    }
}
