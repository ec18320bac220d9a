package io.github.untilfixed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a build that has them mixed is seen in {@code .ci/own-project}. */
class JUnitVersionsTests {

    @ParameterizedTest
    @CsvSource({"5.14.4, 1.14.4", "5.13.4, 1.14.4", "6.1.3, 6.1.3", "6.0.0, 6.1.3", "'', 1.14.4", "5.14.4, ''"})
    void fitWhereThePlatformIsNoOlder(String jupiter, String platform) {
        assertThat(new JUnitVersions(jupiter, platform).misfit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5.12.2, 1.12.2", "5.12.2, 1.14.4", "5.9.0, 1.14.4"})
    void doNotFitWhereJupiterIsTooOld(String jupiter, String platform) {
        assertThat(new JUnitVersions(jupiter, platform).misfit())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "junit-jupiter-engine " + jupiter + " is too old", "5.13 to 6.1", "junit-bom:5.14.4"));
    }

    @ParameterizedTest
    @CsvSource({"1.12.2, true", "1.9.3, true", "1.13.0, false", "1.14.4, false", "6.1.3, false", "'', false"})
    void areRefusedBeforeAnythingIsSearchedWhereThePlatformIsTooOld(String platform, boolean tooOld) {
        assertThat(new JUnitVersions("", platform).tooOldPlatform().isPresent()).isEqualTo(tooOld);
    }

    @ParameterizedTest
    @CsvSource({"6.1.3, 1.14.4", "5.14.4, 1.13.4", "5.14.4, 6.1.3", "6.1.3, 6.0.0"})
    void doNotFitOtherwise(String jupiter, String platform) {
        assertThat(new JUnitVersions(jupiter, platform).misfit())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "junit-jupiter-engine " + jupiter,
                                "version " + platform + " of the JUnit Platform",
                                "import org.junit:junit-bom:" + jupiter));
    }
}
