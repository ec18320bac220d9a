package io.github.untilfixed.matrix;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Mode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * One run of the suites in a JVM of its own; ends with 0 when JUnit saw no failure and with 1 when it did.
 *
 * @param mode what is expected
 * @param fault what is injected
 * @param timeScale what divides simulated durations
 * @param tag that a test must have, empty for all tests
 * @param output where the journal goes
 */
record SuitesRun(Mode mode, Fault fault, String timeScale, Optional<String> tag, Path output) {

    private static final String SUITES = "io.github.untilfixed.suites";

    /** Arguments: mode, fault, time scale, output, and possibly a tag. */
    public static void main(String[] arguments) {
        var run = new SuitesRun(
                Mode.valueOf(arguments[0]),
                Fault.of(arguments[1]).orElseThrow(),
                arguments[2],
                arguments.length > 4 ? Optional.of(arguments[4]) : Optional.empty(),
                Path.of(arguments[3]));
        System.exit(run.failures() == 0 ? 0 : 1);
    }

    static String id(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private long failures() {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage(SUITES))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Tests"))
                .configurationParameter("untilfixed.mode", id(mode))
                .configurationParameter("untilfixed.fault", fault.id())
                .configurationParameter("untilfixed.time-scale", timeScale)
                // Every test says something under every fault, also above a tier that is red.
                .configurationParameter("untilfixed.gate", "none")
                .configurationParameter("untilfixed.output-directory", output.toString());
        tag.ifPresent(name -> request.filters(TagFilter.includeTags(name)));
        var summary = new SummaryGeneratingListener();
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request.build(), summary);
        }
        return summary.getSummary().getTotalFailureCount();
    }
}
