package io.github.untilfixed.engine;

import java.util.List;
import java.util.Optional;

/**
 * Everything of one kind that is wrong before the first test runs.
 *
 * @param title what it is about, for example {@code configuration}
 * @param lines each with what, value, where and what is allowed
 * @param fatal whether no test can run
 * @param thrown the exception of a discovery that failed
 */
record Problems(String title, List<String> lines, boolean fatal, Optional<Throwable> thrown) {

    Problems {
        lines = List.copyOf(lines);
    }

    static Problems of(String title, List<String> lines) {
        return new Problems(title, lines, true, Optional.empty());
    }

    String text() {
        return title + ":" + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", lines);
    }
}
