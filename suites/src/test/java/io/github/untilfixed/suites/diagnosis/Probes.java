package io.github.untilfixed.suites.diagnosis;

import io.github.untilfixed.Observations;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.suites.support.ConnectAttempt;
import io.github.untilfixed.suites.support.ConnectLimitExceededException;
import io.github.untilfixed.suites.support.ConnectStorm;
import io.github.untilfixed.suites.support.HttpFailureException;
import io.github.untilfixed.suites.support.Staging;
import io.github.untilfixed.suites.support.TimedConnection;
import io.github.untilfixed.suites.support.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Measures on a path what tells faults apart; each probe adds what it found. */
public final class Probes {

    /** The longest wait in the history of the incident: what it does not show, no longer wait would. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(95);

    /** Between what a healthy path takes and the shortest delay of a connector that scales or is saturated. */
    private static final Duration FAST = Duration.ofSeconds(20);

    /** A route that is not there by then counts as cut. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final int STORM = 20;

    private final VpcPath path;
    private final Observations observations;
    private final Findings findings = new Findings();

    /** Creates the probes of a path. */
    public Probes(VpcPath path, Observations observations) {
        this.path = path;
        this.observations = observations;
    }

    /** Runs every probe and returns what they found. */
    public Findings run() throws Exception {
        connectOnce();
        connectTogether();
        if (findings.all().contains(Finding.IDLE_CONNECT_HANGS)) {
            connectLater();
        }
        start();
        return findings;
    }

    private void connectOnce() throws Exception {
        try (var storm = ConnectStorm.of(1, path, path.scaled(LONGEST_WAIT), observations)) {
            storm.record("sweep-concurrency", path, observations);
            var attempt = storm.attempts().get(0);
            findings.add(Reading.single(attempt, path.scaled(FAST)), details(attempt));
        }
    }

    private void connectTogether() throws Exception {
        try (var storm = ConnectStorm.of(STORM, path, path.scaled(LONGEST_WAIT), observations)) {
            storm.record("sweep-concurrency", path, observations);
            var failed = storm.attempts().stream()
                    .filter(attempt -> !attempt.succeeded() && !attempt.unanswered())
                    .toList();
            failed.forEach(attempt -> findings.add(Reading.failed(attempt, path.scaled(FAST)), details(attempt)));
            if (failed.stream().noneMatch(attempt -> Reading.failed(attempt, path.scaled(FAST)) == Finding.NO_SLOT)) {
                findings.add(Reading.together(storm.attempts()), storm.succeeded() + " of " + STORM + " came");
            }
        }
    }

    /** Says after how much simulated time something happened, the machine's own left out, and what it was. */
    private String details(ConnectAttempt attempt) {
        double seconds = attempt.simulated(path.timeScale()).toNanos() / 1e9;
        var state = attempt.sqlState().equals("none") ? "" : ", SQLSTATE " + attempt.sqlState();
        return String.format(Locale.ROOT, "after %.1f s%s", seconds, state);
    }

    private void connectLater() throws InterruptedException {
        long deadline = System.nanoTime() + path.scaled(LATER).toNanos();
        while (System.nanoTime() < deadline) {
            if (connects(path.scaled(FAST))) {
                findings.add(Finding.WORKS_LATER, "");
                return;
            }
        }
    }

    /** Not as a new instance would: the route of the last one is what is waited for. */
    private boolean connects(Duration limit) throws InterruptedException {
        try (var connection = TimedConnection.open(path.database(), limit)) {
            return connection.connection().isValid(1);
        } catch (SQLException | ConnectLimitExceededException e) {
            return false;
        }
    }

    private void start() throws InterruptedException {
        try (var staging = Staging.ready(path, observations)) {
            findings.add(Finding.READY, "");
            chat(staging);
        } catch (StartupFailedException e) {
            findings.add(Reading.start(e), how(e));
        }
    }

    private static String how(StartupFailedException e) {
        return e.startupPhase().map(phase -> "phase " + phase + ", ").orElse("")
                + (e.exitCode().isPresent() ? "exit code " + e.exitCode().getAsInt() : "no exit");
    }

    private void chat(Staging staging) {
        try {
            Visitor.logIn(staging.baseUrl(), "probe").ask("Is there anybody?");
            findings.add(Finding.CHAT_WORKS, "");
        } catch (HttpFailureException e) {
            findings.add(Finding.CHAT_FAILS, "HTTP " + e.httpStatus().orElse(0));
        }
    }
}
