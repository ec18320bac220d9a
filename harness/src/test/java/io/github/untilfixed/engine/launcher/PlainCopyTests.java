package io.github.untilfixed.engine.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;

/** Plain Jupiter's tests are dropped where the harness has found the same, and nowhere else. */
class PlainCopyTests {

    private static final UniqueId SUITE =
            UniqueId.forEngine("junit-platform-suite").append("suite", "com.example.PlainSuite");

    @BeforeEach
    @AfterEach
    void unmute() {
        PlainCopy.unmute();
    }

    @Test
    void isKeptWhereTheHarnessFindsNothing() {
        assertThat(PlainCopy.muted(plain(UniqueId.root("engine", "junit-jupiter"))))
                .isFalse();
    }

    @Test
    void isDroppedBesideTheHarness() {
        PlainCopy.mute(UniqueId.forEngine("untilfixed"));

        assertThat(PlainCopy.muted(plain(UniqueId.forEngine("junit-jupiter")))).isTrue();
        assertThat(PlainCopy.muted(UniqueId.forEngine("untilfixed").append("class", "com.example.Tests")))
                .isFalse();
    }

    @Test
    void isKeptInASuiteThatAsksForPlainJupiterAlone() {
        PlainCopy.mute(UniqueId.forEngine("untilfixed"));

        assertThat(PlainCopy.muted(plain(SUITE.append("engine", "junit-jupiter"))))
                .isFalse();
    }

    @Test
    void isDroppedInASuiteThatHasTheHarness() {
        PlainCopy.mute(SUITE.append("engine", "untilfixed"));

        assertThat(PlainCopy.muted(plain(SUITE.append("engine", "junit-jupiter"))))
                .isTrue();
    }

    private static UniqueId plain(UniqueId engine) {
        return engine.append("class", "com.example.Tests").append("method", "test()");
    }
}
