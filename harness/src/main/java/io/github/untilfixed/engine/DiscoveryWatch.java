package io.github.untilfixed.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.UniqueId;

/**
 * Keeps what goes wrong in a discovery away from the launcher, which would drop every test because of it, and passes on
 * the rest.
 */
final class DiscoveryWatch implements EngineDiscoveryListener {

    private static final String CRITICAL = "junit.platform.discovery.issue.severity.critical";

    private final EngineDiscoveryListener original;
    private final DiscoveryIssue.Severity critical;
    private final List<Failed> failed = new ArrayList<>();

    /**
     * Creates a watch over one discovery.
     *
     * @param parameters which may say that lesser issues than errors are critical
     */
    DiscoveryWatch(EngineDiscoveryListener original, ConfigurationParameters parameters) {
        this.original = original;
        this.critical = parameters
                .get(CRITICAL)
                .flatMap(name -> Arrays.stream(DiscoveryIssue.Severity.values())
                        .filter(severity -> severity.name().equalsIgnoreCase(name.strip()))
                        .findFirst())
                .orElse(DiscoveryIssue.Severity.ERROR);
    }

    List<Failed> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void selectorProcessed(UniqueId engineId, DiscoverySelector selector, SelectorResolutionResult result) {
        if (result.getStatus() == SelectorResolutionResult.Status.FAILED) {
            var cause = result.getThrowable().orElseGet(() -> new IllegalStateException("cannot be resolved"));
            failed.add(new Failed(selector.toString(), cause));
        } else {
            original.selectorProcessed(engineId, selector, result);
        }
    }

    @Override
    public void issueEncountered(UniqueId engineId, DiscoveryIssue issue) {
        if (issue.severity().compareTo(critical) >= 0) {
            failed.add(new Failed(
                    issue.message(), issue.cause().orElseGet(() -> new IllegalStateException(issue.message()))));
        } else {
            original.issueEncountered(engineId, issue);
        }
    }

    /** Something that could not be discovered, and why. */
    record Failed(String what, Throwable cause) {}
}
