package io.github.untilfixed.config;

/** What is expected of a test that fails because of an incident. */
public enum Mode {
    /** Expected failures are forgiven as long as they show the incident's symptom. */
    INCIDENT,
    /** The incident is claimed to be fixed: its tests must pass. */
    POST_FIX
}
