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

    /** Of Jupiter 5 and of the platform 1 that belongs to it. */
    private static final int OLDEST_MINOR = 13;

    private static final String TOO_OLD =
            " is too old: the harness needs JUnit 5.13 to 6.1. Import org.junit:junit-bom:5.14.4 in dependencyManagement,"
                    + " before any other, so that all of JUnit has that version";

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    static JUnitVersions of(TestEngine jupiter) {
        return new JUnitVersions(jupiter.getVersion().orElse(""), presentPlatform());
    }

    /** Returns that the platform of this JVM is older than what the harness was written for; empty when it is not. */
    static Optional<String> tooOld() {
        return new JUnitVersions("", presentPlatform()).tooOldPlatform();
    }

    Optional<String> tooOldPlatform() {
        var below = NUMBERS.matcher(platform);
        return below.matches() && number(below, 1) == 1 && number(below, 2) < OLDEST_MINOR
                ? Optional.of("version " + platform + " of the JUnit Platform" + TOO_OLD)
                : Optional.empty();
    }

    private static String presentPlatform() {
        return Optional.ofNullable(TestEngine.class.getPackage().getImplementationVersion())
                .orElse("");
    }

    /** Returns what is wrong; a platform that is newer than its Jupiter, of the same generation, is not. */
    Optional<String> misfit() {
        var engine = NUMBERS.matcher(jupiter);
        var below = NUMBERS.matcher(platform);
        if (engine.matches() && number(engine, 1) == 5 && number(engine, 2) < OLDEST_MINOR) {
            return Optional.of("junit-jupiter-engine " + jupiter + TOO_OLD);
        }
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
