package io.github.untilfixed.incident;

/** How far an incident is. */
public enum IncidentState {
    /** Its tests fail, as expected. */
    OPEN,
    /** Somebody says it is fixed: its tests must pass, as after the flip. */
    FIX_CLAIMED,
    /** It is over: nothing may refer to it any more. */
    CLOSED
}
