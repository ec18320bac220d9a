package io.github.untilfixed.engine;

import io.github.untilfixed.config.ExpectedFailureAs;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.UnexpectedPass;
import io.github.untilfixed.verdict.Expired;
import io.github.untilfixed.verdict.FailedAsExpected;
import io.github.untilfixed.verdict.FailedDifferently;
import io.github.untilfixed.verdict.HarnessError;
import io.github.untilfixed.verdict.Hint;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.PassedUnexpectedly;
import io.github.untilfixed.verdict.Ruling;
import io.github.untilfixed.verdict.StillBroken;
import io.github.untilfixed.verdict.Unverified;
import io.github.untilfixed.verdict.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** Says a verdict in JUnit's three words. */
final class Results {

    private static final String PRUNING = "junit.platform.stacktrace.pruning.enabled";

    private final HarnessConfig config;
    private final boolean prunes;

    Results(HarnessConfig config, ConfigurationParameters parameters) {
        this.config = config;
        this.prunes = parameters.getBoolean(PRUNING).orElse(true);
    }

    /** Leaves an expected failure with the frames of its test where JUnit would prune it, before its trace is read again. */
    void prune(Ruling ruling, Outcome outcome) {
        if (prunes && ruling.verdict() == Verdict.FAILED_AS_EXPECTED && outcome instanceof Outcome.Threw threw) {
            threw.failures().forEach(failure -> Traces.cut(failure.facts()));
        }
    }

    /**
     * Returns what JUnit is told.
     *
     * @param original what the test itself threw, or null
     */
    TestExecutionResult of(Ruling ruling, @Nullable Throwable original) {
        var message = ruling.explanation();
        var thrown = StandIn.of(original);
        return switch (ruling.verdict()) {
            case PASSED -> TestExecutionResult.successful();
            case SKIPPED, GATED ->
                TestExecutionResult.aborted(thrown == null ? new TestAbortedException(message) : thrown);
            case FAILED -> TestExecutionResult.failed(hinted(ruling, thrown));
            case FAILED_AS_EXPECTED ->
                config.expectedFailureAs() == ExpectedFailureAs.PASSED
                        ? TestExecutionResult.successful()
                        : TestExecutionResult.aborted(new FailedAsExpected(message, thrown));
            case PASSED_UNEXPECTEDLY ->
                config.unexpectedPass() == UnexpectedPass.WARN
                        ? TestExecutionResult.successful()
                        : TestExecutionResult.failed(new PassedUnexpectedly(message, thrown));
            case FAILED_DIFFERENTLY -> TestExecutionResult.failed(new FailedDifferently(message, thrown));
            case STILL_BROKEN -> TestExecutionResult.failed(new StillBroken(message, thrown));
            case UNVERIFIED -> TestExecutionResult.failed(new Unverified(message, thrown));
            case EXPIRED -> TestExecutionResult.failed(new Expired(message, thrown));
            case HARNESS_ERROR -> TestExecutionResult.failed(new HarnessError(message, thrown));
        };
    }

    private static Throwable hinted(Ruling ruling, @Nullable Throwable thrown) {
        var failure = Optional.ofNullable(thrown).orElseGet(() -> new AssertionError(ruling.explanation()));
        if (ruling.incident().isPresent()) {
            failure.addSuppressed(new Hint(ruling.explanation()));
        }
        return failure;
    }
}
