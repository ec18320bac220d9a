package io.github.untilfixed.suites.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.UnitTier;
import io.github.untilfixed.staging.settings.DatabaseConfiguration;
import io.github.untilfixed.staging.settings.Deployments;
import java.util.HashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@UnitTier
@DisplayName("The configuration of the database")
class ConfigurationCacheTests {

    private final HashMap<String, io.github.untilfixed.staging.settings.DatabaseWaits> source =
            new HashMap<>(Deployments.load().environments());
    private final DatabaseConfiguration configuration = new DatabaseConfiguration(() -> source);

    @Test
    void answersForTheEnvironmentThatItIsAskedFor() {
        assertThat(configuration.waits("staging")).isNotEqualTo(configuration.waits("production"));
    }

    @Test
    void showsAChangedSourceOnceItsCacheIsCleared() {
        var before = configuration.waits("staging");
        source.put("staging", Deployments.load().history().get(1).waits());

        assertThat(configuration.waits("staging")).isEqualTo(before);
        configuration.clearCache();
        assertThat(configuration.waits("staging")).isNotEqualTo(before);
    }
}
