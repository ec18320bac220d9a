package io.github.untilfixed.config;

/** How a PostgreSQL that the run starts tells who connects. */
public enum Authentication {
    /** By password, as Cloud SQL does: two round trips more than without. */
    SCRAM,
    /** Not at all. */
    TRUST
}
