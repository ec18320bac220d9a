package io.github.untilfixed.journal;

/** Where a number comes from; every number of a report carries one. */
public enum Provenance {
    /** Observed in this run. */
    MEASURED,
    /** Computed by a model, from what was measured or configured; the attribute {@code profile} names the model's settings. */
    MODELLED,
    /** Read from a setting. */
    CONFIGURED,
    /** Written down by a person. */
    DECLARED
}
