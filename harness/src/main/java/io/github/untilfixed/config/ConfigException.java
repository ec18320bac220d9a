package io.github.untilfixed.config;

import java.util.List;

/** Every problem of a configuration at once, one line each. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Creates the exception from at least one problem. */
    public ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, sorted by key. */
    public List<String> problems() {
        return problems;
    }
}
