package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.reports.statistics.Trials;
import io.github.untilfixed.staging.process.StartupFailedException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Starts of the service, three at a time, counted for an exact test.
 *
 * @param starts those that became ready in time
 * @param phaseThree those that did not fail in phase DATABASE
 * @param failure of the last start that failed, or null
 */
public record StartTrials(
        Trials starts, Trials phaseThree, @Nullable StartupFailedException failure) {

    /**
     * The first multiple of what starts together at which an exact test can show 95 % with 95 % confidence, when none fails.
     * There is no second look with one failure at 93: it would take the chance to accept 95 % by luck from 5 % to 7 %.
     */
    private static final int MOST = 60;

    private static final int TOGETHER = 3;

    /**
     * Starts the service until the trials show that its success rate is at least that high, or that it is lower, or there
     * were as many as one look at them takes.
     */
    public static StartTrials until(double rate, double confidence, VpcPath path, Observations observations)
            throws InterruptedException {
        var trials = new StartTrials(new Trials(0, 0), new Trials(0, 0), null);
        while (trials.starts.count() < MOST
                && trials.starts.showAtLeast(rate, confidence) == Trials.Answer.NOT_ENOUGH_DATA) {
            trials = trials.another(path, observations);
        }
        return trials;
    }

    private StartTrials another(VpcPath path, Observations observations) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(TOGETHER);
        Callable<Optional<StartupFailedException>> start = () -> failureOfOne(path, observations);
        var trials = this;
        try {
            for (var result : threads.invokeAll(Collections.nCopies(TOGETHER, start))) {
                trials = trials.count(result.get(), observations);
            }
            return trials;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a start could not be tried", e);
        } finally {
            threads.shutdown();
        }
    }

    private static Optional<StartupFailedException> failureOfOne(VpcPath path, Observations observations)
            throws InterruptedException {
        try {
            Staging.ready(path, observations).close();
            return Optional.empty();
        } catch (StartupFailedException e) {
            return Optional.of(e);
        }
    }

    private StartTrials count(Optional<StartupFailedException> result, Observations observations) {
        boolean inPhaseThree =
                result.flatMap(StartupFailedException::startupPhase).equals(Optional.of("DATABASE"));
        return count(result.isEmpty(), !inPhaseThree, result.orElse(failure), observations);
    }

    private StartTrials count(
            boolean ready, boolean phaseThree, @Nullable StartupFailedException last, Observations observations) {
        trial("startup-success", ready, observations);
        trial("phase-3-success", phaseThree, observations);
        return new StartTrials(plus(starts, ready), plus(this.phaseThree, phaseThree), last);
    }

    private static Trials plus(Trials trials, boolean success) {
        return new Trials(trials.successes() + (success ? 1 : 0), trials.count() + 1);
    }

    private static void trial(String criterion, boolean success, Observations observations) {
        observations.observed("trial", Map.of("criterion", criterion, "outcome", success ? "ok" : "failed"));
    }

    /** Returns the failure of the last start that failed. */
    public StartupFailedException lastFailure() {
        var last = failure;
        if (last == null) {
            throw new IllegalStateException("no start failed, yet " + starts + " do not show the rate");
        }
        return last;
    }
}
