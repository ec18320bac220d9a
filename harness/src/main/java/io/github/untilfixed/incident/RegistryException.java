package io.github.untilfixed.incident;

import io.github.untilfixed.config.HarnessFault;
import java.util.List;

/** Everything that is wrong with a registry at once, one line each with file and line. */
public final class RegistryException extends RuntimeException implements HarnessFault {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Creates the exception from at least one problem. */
    public RegistryException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
