package io.github.untilfixed.config;

import java.util.stream.Collectors;

/** Writes the page {@code docs/configuration.md} from the table of keys. */
final class ConfigurationPage {

    private static final String HEAD = """
            # Configuration

            <!-- Generated from the table of keys: ./mvnw -pl harness test -Dtest=ConfigurationPageTests -Dupdate-docs=true -->

            A key is taken from the first of these places that has it; a blank value counts as not set:

            1. an explicit JUnit configuration parameter (Launcher API, `configurationParameters` of Surefire and Failsafe)
            2. a system property of the test's JVM (`-Duntilfixed.mode=post-fix`)
            3. an environment variable (`UNTILFIXED_MODE`: upper case, dots and hyphens as underscores)
            4. `untilfixed.properties` on the class path
            5. `junit-platform.properties` on the class path
            6. the default

            An unknown key, a value that is not allowed or a combination that cannot work fails the run before the first
            test, with all problems at once. JUnit does not tell an explicit parameter from an entry of
            `junit-platform.properties` with the same value; such a parameter counts as the entry.

            | Key | Allowed | Default | Meaning |
            |---|---|---|---|
            """;

    private ConfigurationPage() {}

    static String markdown() {
        return HEAD + HarnessKeys.ALL.stream().map(ConfigurationPage::row).collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        var fallback = key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
        var secret = key.secret() ? " Only from an environment variable or a file; never printed." : "";
        return "| `%s` | %s | %s | %s%s |%n"
                .formatted(key.name(), key.allowed(), fallback, key.description(), secret)
                .replace("\r\n", "\n");
    }
}
