package io.github.untilfixed.network.connector;

/** What a connector is doing. */
public enum ConnectorState {
    /** It carries its load easily. */
    HEALTHY,
    /** It is busy; round trips take longer. */
    PRESSURED,
    /** It adds an instance; new connections wait for it. */
    SCALING,
    /** It has all the instances it may have and still too much to carry; a share of the connections is lost. */
    SATURATED,
    /** Its packets go nowhere; commanded, never a consequence of load. */
    PARTITIONED,
    /** Load went down after trouble; instances stay. */
    RECOVERED
}
