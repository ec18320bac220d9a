package io.github.untilfixed.engine;

import java.util.List;
import java.util.Optional;

/**
 * Everything of one kind that is wrong before the first test runs, or after the last one.
 *
 * @param title what it is about, for example {@code configuration}
 * @param lines each with what, value, where and what is allowed
 * @param fatal whether no test can run
 * @param thrown the exception of a discovery that failed
 * @param unverified the flipped incident that no test shows to be fixed, when that is the problem
 */
record Problems(
        String title, List<String> lines, boolean fatal, Optional<Throwable> thrown, Optional<String> unverified) {

    Problems {
        lines = List.copyOf(lines);
    }

    Problems(String title, List<String> lines, boolean fatal, Optional<Throwable> thrown) {
        this(title, lines, fatal, thrown, Optional.empty());
    }

    static Problems of(String title, List<String> lines) {
        return new Problems(title, lines, true, Optional.empty());
    }

    /** Returns what a run could not clean up: no test failed by it, and yet it must not be lost. */
    static Problems afterTheTests(String title, RuntimeException failure) {
        return new Problems(title, List.of(String.valueOf(failure.getMessage())), false, Optional.empty());
    }

    /** Returns that nothing shows whether the fix of an incident holds. */
    static Problems unverified(String incident, String why) {
        return new Problems(
                "fix of incident " + incident, List.of(why), false, Optional.empty(), Optional.of(incident));
    }

    String text() {
        return title + ":" + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", lines);
    }
}
