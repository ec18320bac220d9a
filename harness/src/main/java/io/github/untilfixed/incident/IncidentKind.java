package io.github.untilfixed.incident;

/** What an incident is a defect of. */
public enum IncidentKind {
    /** Networks, machines, managed services. */
    INFRASTRUCTURE,
    /** The code under test. */
    CODE,
    /** Settings of the system under test. */
    CONFIGURATION,
    /** A library or service of somebody else. */
    DEPENDENCY
}
