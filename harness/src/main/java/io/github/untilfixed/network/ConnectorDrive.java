package io.github.untilfixed.network;

import io.github.untilfixed.network.connector.ConnectorModel;
import io.github.untilfixed.network.connector.ConnectorProfile;
import io.github.untilfixed.network.connector.ConnectorSnapshot;
import io.github.untilfixed.network.connector.Load;
import java.time.Duration;
import java.util.List;

/**
 * A connector at work on a path. It is told the load as it is measured and changes the path only when the connector
 * changes its state, as each change of a toxic lets delayed data through. Thread-safe.
 */
public final class ConnectorDrive {

    private final ConnectorModel model;
    private final PathControl control;
    private final int timeScale;
    private final long start = System.nanoTime();

    ConnectorDrive(ConnectorProfile connector, PathSettings settings, PathControl control) {
        this.model = new ConnectorModel(connector, settings.seed());
        this.control = control;
        this.timeScale = settings.timeScale();
    }

    /** Tells the connector the load of this moment. */
    public synchronized ConnectorSnapshot sample(Load load) {
        return at(Duration.ofNanos((System.nanoTime() - start) * timeScale), load);
    }

    /** Tells the connector the load at a moment of simulated time that is not before the last one. */
    public synchronized ConnectorSnapshot at(Duration simulated, Load load) {
        var before = model.now();
        var after = model.advance(simulated, load);
        if (after.state() != before.state() || after.instances() != before.instances()) {
            control.apply(ConnectorConditions.of(model.profile(), after, load));
        }
        return after;
    }

    /** Returns the name of the profile that the connector is set up by. */
    public String profile() {
        return model.profile().name();
    }

    /** Returns the first moment of every state the connector was in, oldest first; times are simulated. */
    public synchronized List<ConnectorSnapshot> states() {
        return model.transitions();
    }
}
