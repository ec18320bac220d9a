package io.github.untilfixed.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The only class that names its incident, and one that Failsafe would run. */
@FailsUntilFixed("4711")
public class ElsewhereIT {

    @Test
    @Tag("quick")
    void quick() {
        assertThat(getClass()).isNotNull();
    }

    @Test
    void slow() {
        assertThat(getClass()).isNotNull();
    }
}
