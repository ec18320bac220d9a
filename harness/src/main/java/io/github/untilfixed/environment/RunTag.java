package io.github.untilfixed.environment;

import java.util.concurrent.ThreadLocalRandom;

/** What tells the connections of this run's tests from those of others to the same database. */
public final class RunTag {

    /** What the names begin with by which these connections call themselves; another one in each JVM. */
    public static final String PREFIX =
            "uf-" + Integer.toString(36 * 36 * 36 + ThreadLocalRandom.current().nextInt(35 * 36 * 36 * 36), 36) + "-";

    private RunTag() {}
}
