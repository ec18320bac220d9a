package io.github.untilfixed.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTests {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void theCommittedPageIsCurrent() throws IOException {
        if (Boolean.getBoolean("update-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ConfigurationPage.markdown());
        }
        assertThat(PAGE).content().isEqualTo(ConfigurationPage.markdown());
    }
}
