package io.github.untilfixed.engine;

import io.github.untilfixed.Probe;
import io.github.untilfixed.engine.inside.HardLimit;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.incident.ProbeTarget;
import io.github.untilfixed.verdict.Judge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs the probes of open incidents before the first test. */
final class Probes {

    private final Expectations expectations;
    private final Judge judge;

    Probes(Expectations expectations, Judge judge) {
        this.expectations = expectations;
        this.judge = judge;
    }

    /** Returns why tests of an incident need not run, by the incident's id; all probes run at the same time. */
    Map<String, String> blocked(List<Incident> incidents, Set<String> named) {
        var blocked = new ConcurrentHashMap<String, String>();
        var checks = incidents.stream()
                .filter(incident -> named.contains(incident.id()) && !expectations.flipped(incident))
                .flatMap(incident -> incident.probe().stream()
                        .map(target -> new Thread(
                                () -> shows(incident, target).ifPresent(reason -> blocked.put(incident.id(), reason)),
                                "untilfixed-probe-" + incident.id())))
                .toList();
        checks.forEach(Thread::start);
        checks.forEach(Probes::await);
        return blocked;
    }

    /** Each has a limit of its own, so that none is waited for in vain. */
    private static void await(Thread check) {
        boolean interrupted = false;
        while (check.isAlive()) {
            try {
                check.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only a failure that is the incident's symptom blocks; whatever else a probe throws, the tests will show. */
    private Optional<String> shows(Incident incident, ProbeTarget target) {
        long start = System.nanoTime();
        var thrown = run(target);
        if (thrown == null) {
            return Optional.empty();
        }
        var origin = thrown instanceof HardLimit.LimitExceededException ? Origin.TIMEOUT : Origin.TEST;
        var failure = new Failure(origin, thrown, Duration.ofNanos(System.nanoTime() - start));
        var blocker = new Blocker(incident, Optional.empty(), false, false);
        return judge.forgives(blocker, List.of(failure))
                ? Optional.of("blocked by incident " + incident.id() + ": its probe shows " + failure.summary())
                : Optional.empty();
    }

    private static @Nullable Throwable run(ProbeTarget target) {
        try {
            HardLimit.run(target.timeout(), "the probe", () -> {
                var type = Staleness.load(target.className()).orElseThrow();
                ((Probe) type.getConstructor().newInstance()).check();
                return true;
            });
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
