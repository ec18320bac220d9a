package io.github.untilfixed.config;

import java.util.List;

/** Every problem of a configuration at once, one line each. */
public final class ConfigException extends RuntimeException implements HarnessFault {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    private final transient HarnessConfig config;

    /** Creates the exception from at least one problem and what could be read in spite of them. */
    public ConfigException(List<String> problems, HarnessConfig config) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
        this.config = config;
    }

    /** Returns the configuration with the default in the place of each wrong value; good for reporting only. */
    public HarnessConfig config() {
        return config;
    }

    /** Returns the problems, sorted by key. */
    public List<String> problems() {
        return problems;
    }
}
