package io.github.untilfixed.network;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.network.PathCondition.ClosedByServer;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.Healthy;
import io.github.untilfixed.network.PathCondition.Lossy;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import io.github.untilfixed.network.PathCondition.Refused;
import io.github.untilfixed.network.PathCondition.SlowConnect;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;

/** What each fault does to the path. */
final class FaultConditions {

    private FaultConditions() {}

    /** Returns the condition of the worst of some faults. */
    static PathCondition of(Set<Fault> faults) {
        return faults.stream()
                .max(Comparator.comparingInt(FaultConditions::rank))
                .map(FaultConditions::of)
                .orElseGet(Healthy::new);
    }

    static PathCondition of(Fault fault) {
        return switch (fault) {
            // Two scaling steps of 24-30 s: beyond the waits for table check (25 s) and connection (35 s), within 75 s.
            case CONNECTOR_SCALING -> new SlowConnect(Duration.ofSeconds(48), Duration.ofSeconds(60));
            case CONNECTOR_SATURATED -> new Lossy(Duration.ofSeconds(45), 0.5);
            case ROUTE_CUT -> new Cut();
            case SERVER_CLOSE -> new ClosedByServer(Duration.ofSeconds(30));
            case BYPASS_FLAG -> new Refused();
            case EGRESS_COLD_START -> new NoRouteYet(Duration.ofSeconds(150));
            case NONE, CONNECTION_LIMIT, PACKAGING -> new Healthy();
        };
    }

    private static int rank(Fault fault) {
        return switch (fault) {
            case NONE, CONNECTION_LIMIT, PACKAGING -> 0;
            case CONNECTOR_SCALING -> 1;
            case CONNECTOR_SATURATED -> 2;
            case EGRESS_COLD_START -> 3;
            case SERVER_CLOSE -> 4;
            case ROUTE_CUT -> 5;
            case BYPASS_FLAG -> 6;
        };
    }
}
