package io.github.untilfixed.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestEngine;

/**
 * Which Jupiter runs on which platform. One without the other's version finds no test and says nothing, and a build
 * without a test is green.
 *
 * @param jupiter for example {@code 5.14.4}
 * @param platform for example {@code 1.14.4}, which belongs to Jupiter 5.14; from JUnit 6 on both have the same number
 */
record JUnitVersions(String jupiter, String platform) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    static JUnitVersions of(TestEngine jupiter) {
        return new JUnitVersions(
                jupiter.getVersion().orElse(""),
                Optional.ofNullable(TestEngine.class.getPackage().getImplementationVersion())
                        .orElse(""));
    }

    /** Returns what is wrong; a platform that is newer than its Jupiter, of the same generation, is not. */
    Optional<String> misfit() {
        var engine = NUMBERS.matcher(jupiter);
        var below = NUMBERS.matcher(platform);
        return engine.matches() && below.matches() && !fit(engine, below)
                ? Optional.of(
                        "junit-jupiter-engine %1$s does not run on version %2$s of the JUnit Platform, which is on the class path: import org.junit:junit-bom:%1$s in dependencyManagement, so that all of JUnit has one version"
                                .formatted(jupiter, platform))
                : Optional.empty();
    }

    private static boolean fit(Matcher engine, Matcher below) {
        int generation = number(below, 1) == 1 ? 5 : number(below, 1);
        return number(engine, 1) == generation && number(engine, 2) <= number(below, 2);
    }

    private static int number(Matcher version, int group) {
        return Integer.parseInt(version.group(group));
    }
}
