package io.github.untilfixed.suites.support;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.reports.statistics.Trials;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.staging.startup.StartupPhase;
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
 * @param phaseThree of the starts that reached phase DATABASE, those that did not fail there
 * @param failure of the last start that failed, or null
 */
public record StartTrials(
        Trials starts, Trials phaseThree, @Nullable StartupFailedException failure) {

    private static final int TOGETHER = 3;

    private static final StartTrials NONE = new StartTrials(new Trials(0, 0), new Trials(0, 0), null);

    /**
     * Starts the service until the trials show that its success rate is at least that high, or that it is lower, or there
     * were as many as one look at them takes: the trials that show the rate when none fails. There is no second look after
     * more of them when one failed: it would make a rate that is too low likelier to be accepted by luck.
     */
    public static StartTrials until(double rate, double confidence, VpcPath path, Observations observations)
            throws InterruptedException {
        int most = NONE.starts.neededFor(rate, confidence);
        var trials = NONE;
        while (trials.starts.count() < most
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
        var counted = plus(result);
        trial("startup-success", result.isEmpty(), observations);
        if (counted.phaseThree.count() > phaseThree.count()) {
            trial("phase-3-success", counted.phaseThree.failures() == phaseThree.failures(), observations);
        }
        return counted;
    }

    /** Returns the trials with one more start; one that ended before phase DATABASE says nothing about that phase. */
    public StartTrials plus(Optional<StartupFailedException> start) {
        var reached = start.map(StartupFailedException::reached).orElse(Optional.of(StartupPhase.FINALIZE));
        var inPhaseThree = reached.filter(phase -> phase.compareTo(StartupPhase.DATABASE) >= 0)
                .map(phase -> plus(phaseThree, phase != StartupPhase.DATABASE))
                .orElse(phaseThree);
        return new StartTrials(plus(starts, start.isEmpty()), inPhaseThree, start.orElse(failure));
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
