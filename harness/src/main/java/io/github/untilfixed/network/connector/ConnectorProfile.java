package io.github.untilfixed.network.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a connector is set up; all durations are simulated.
 *
 * @param name what the profile is called
 * @param machineType of each instance
 * @param minInstances 2..9, below the most
 * @param maxInstances 3..10
 * @param connectionsPerInstance open connections that one instance carries well; a model, Google publishes none
 * @param connectsPerSecondPerInstance new connections per second that one instance carries; a model as well
 * @param detect how long load must be high before an instance is added
 * @param shortestStep the least time until a new instance helps
 * @param longestStep the most time until a new instance helps
 */
public record ConnectorProfile(
        String name,
        MachineType machineType,
        int minInstances,
        int maxInstances,
        int connectionsPerInstance,
        int connectsPerSecondPerInstance,
        Duration detect,
        Duration shortestStep,
        Duration longestStep) {

    /** The fewest instances that Google allows. */
    public static final int FEWEST = 2;

    /** The most instances that Google allows. */
    public static final int MOST = 10;

    /**
     * Refuses what Google would refuse.
     *
     * @throws IllegalArgumentException with every problem at once
     */
    public ConnectorProfile {
        var problems = new ArrayList<String>();
        if (minInstances < FEWEST) {
            problems.add("min instances is " + minInstances + "; allowed: " + FEWEST + " to " + (MOST - 1));
        }
        if (maxInstances > MOST) {
            problems.add("max instances is " + maxInstances + "; allowed: up to " + MOST
                    + ", a connector cannot have more, whatever a runbook says");
        }
        if (maxInstances <= minInstances) {
            problems.add("max instances " + maxInstances + " is not above min instances " + minInstances);
        }
        if (connectionsPerInstance < 1 || connectsPerSecondPerInstance < 1) {
            problems.add("an instance must carry at least one connection and one connect per second");
        }
        if (detect.isNegative() || shortestStep.isNegative() || shortestStep.isZero()) {
            problems.add("detect " + detect + " and shortest step " + shortestStep
                    + " must not be negative, and a step takes time");
        }
        if (shortestStep.compareTo(longestStep) > 0) {
            problems.add("the shortest step " + shortestStep + " is longer than the longest " + longestStep);
        }
        throwIfAny(name, problems);
    }

    private static void throwIfAny(String name, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("connector '" + name + "': " + String.join("; ", problems));
        }
    }

    /** Returns how much of the connector a load uses when it has a number of instances, and which budget binds. */
    public Utilisation utilisation(Load load, int instances) {
        return Utilisation.highest(
                new Utilisation(
                        load.megabitsPerSecond() / (instances * machineType.megabitsPerSecond()), Budget.THROUGHPUT),
                new Utilisation(
                        load.openConnections() / (double) (instances * connectionsPerInstance), Budget.CONNECTIONS),
                new Utilisation(
                        load.connectsPerSecond() / (instances * connectsPerSecondPerInstance), Budget.CONNECT_RATE));
    }
}
