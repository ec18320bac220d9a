package io.github.untilfixed.expectation;

import java.util.Locale;

/** How much of the real system a test needs; tiers run in this order. */
public enum Tier {
    /** Nothing but the JVM. */
    UNIT,
    /** A database and the network path to it. */
    INTEGRATION,
    /** The whole staging service, as a user sees it. */
    E2E_STAGING,
    /** The infrastructure itself. */
    INFRASTRUCTURE;

    /** Returns the JUnit tag and configuration value of this tier, for example {@code e2e-staging}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
