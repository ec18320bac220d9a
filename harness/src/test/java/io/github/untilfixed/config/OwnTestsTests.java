package io.github.untilfixed.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The framework's own tests")
class OwnTestsTests {

    private static final Pattern EXCLUDED =
            Pattern.compile("<excludedEnvironmentVariable>(\\w+)</excludedEnvironmentVariable>");

    @Test
    void areReachedByNoVariableThatIsMeantForTheSuites() throws IOException {
        var pom = Files.readString(Path.of("..", "pom.xml"));

        assertThat(EXCLUDED.matcher(pom).results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        HarnessKeys.ALL.stream().map(Key::environmentVariable).toList());
    }
}
