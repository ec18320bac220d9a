package io.github.untilfixed.engine;

import java.util.ArrayList;
import java.util.List;
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

    private final EngineDiscoveryListener original;
    private final List<Failed> failed = new ArrayList<>();

    DiscoveryWatch(EngineDiscoveryListener original) {
        this.original = original;
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
        if (issue.severity() == DiscoveryIssue.Severity.ERROR) {
            failed.add(new Failed(
                    issue.message(), issue.cause().orElseGet(() -> new IllegalStateException(issue.message()))));
        } else {
            original.issueEncountered(engineId, issue);
        }
    }

    /** Something that could not be discovered, and why. */
    record Failed(String what, Throwable cause) {}
}
