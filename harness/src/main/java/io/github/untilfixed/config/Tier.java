package io.github.untilfixed.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    private static final List<Tier> ALL = List.of(values());

    private final String tag = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the JUnit tag and configuration value of this tier, for example {@code e2e-staging}. */
    public String tag() {
        return tag;
    }

    /** Returns the tier of that {@link #tag()}, or empty when there is none. */
    public static Optional<Tier> of(String tag) {
        return ALL.stream().filter(tier -> tier.tag.equals(tag)).findFirst();
    }
}
