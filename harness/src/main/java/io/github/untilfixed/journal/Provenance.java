package io.github.untilfixed.journal;

/** Where a number comes from; every number of a report carries one. */
public enum Provenance {
    /** Observed in this run. */
    MEASURED,
    /** Read from a setting. */
    CONFIGURED,
    /** Written down by a person. */
    DECLARED
}
