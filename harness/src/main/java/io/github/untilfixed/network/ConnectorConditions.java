package io.github.untilfixed.network;

import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.Limited;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.Slow;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import io.github.untilfixed.network.connector.ConnectorModel;
import io.github.untilfixed.network.connector.ConnectorProfile;
import io.github.untilfixed.network.connector.ConnectorSnapshot;
import io.github.untilfixed.network.connector.Load;
import java.time.Duration;

/** What a path through a connector does while the connector is in a state; a pure function. */
final class ConnectorConditions {

    private static final double HEALTHY_ROUND_TRIP_MILLIS = 2;
    private static final double LONGEST_ROUND_TRIP_MILLIS = 15;
    private static final double LEAST_LOST = 0.2;
    private static final double MOST_LOST = 0.5;

    /** A saturated connector makes those wait that do get through, longer than one scaling step: a model. */
    private static final double SATURATED_DELAY_IN_STEPS = 1.5;

    private ConnectorConditions() {}

    static PathCondition of(ConnectorProfile profile, ConnectorSnapshot snapshot, Load load) {
        var condition = ofState(profile, snapshot, load);
        return condition instanceof Healthy || condition instanceof Cut
                ? condition
                : new Limited(
                        condition,
                        snapshot.instances() * profile.connectionsPerInstance(),
                        snapshot.instances() * profile.machineType().megabitsPerSecond());
    }

    private static PathCondition ofState(ConnectorProfile profile, ConnectorSnapshot snapshot, Load load) {
        return switch (snapshot.state()) {
            case HEALTHY, RECOVERED -> new Healthy();
            case PRESSURED -> new Slow(roundTrip(snapshot.utilisation().value()));
            case SCALING -> scaling(profile, snapshot, load);
            case SATURATED ->
                new Lossy(
                        times(profile.longestStep(), SATURATED_DELAY_IN_STEPS),
                        lost(snapshot.utilisation().value()));
            case PARTITIONED -> new Cut();
        };
    }

    /** A new connection waits for as many steps as the load still needs. */
    private static PathCondition scaling(ConnectorProfile profile, ConnectorSnapshot snapshot, Load load) {
        int steps = Math.max(1, ConnectorModel.missingInstances(profile, load, snapshot.instances()));
        return new SlowConnect(
                profile.shortestStep().multipliedBy(steps),
                profile.longestStep().multipliedBy(steps));
    }

    private static Duration roundTrip(double utilisation) {
        double millis = HEALTHY_ROUND_TRIP_MILLIS / Math.max(0.01, 1 - utilisation);
        return Duration.ofNanos((long) (Math.min(LONGEST_ROUND_TRIP_MILLIS, millis) * 1e6));
    }

    private static double lost(double utilisation) {
        return Math.min(MOST_LOST, Math.max(LEAST_LOST, 1 - 1 / utilisation));
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
