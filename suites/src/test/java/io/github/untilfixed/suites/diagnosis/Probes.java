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
import java.util.EnumSet;
import java.util.Set;

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
    private final Set<Finding> findings = EnumSet.noneOf(Finding.class);

    /** Creates the probes of a path. */
    public Probes(VpcPath path, Observations observations) {
        this.path = path;
        this.observations = observations;
    }

    /** Runs every probe and returns what they found. */
    public Set<Finding> run() throws InterruptedException {
        connectOnce();
        connectTogether();
        if (findings.contains(Finding.IDLE_CONNECT_HANGS)) {
            connectLater();
        }
        start();
        return EnumSet.copyOf(findings);
    }

    private void connectOnce() throws InterruptedException {
        try (var storm = ConnectStorm.of(1, path, path.scaled(LONGEST_WAIT))) {
            storm.record("sweep-concurrency", path, observations);
            findings.add(found(storm.attempts().get(0)));
        }
    }

    private Finding found(ConnectAttempt attempt) {
        boolean fast = attempt.elapsed().minus(attempt.control()).compareTo(path.scaled(FAST)) < 0;
        if (attempt.succeeded()) {
            return fast ? Finding.IDLE_CONNECT_IS_FAST : Finding.IDLE_CONNECT_IS_LATE;
        }
        if (attempt.silent()) {
            return Finding.IDLE_CONNECT_HANGS;
        }
        return fast ? Finding.REFUSED : Finding.CLOSED_BY_FAR_SIDE;
    }

    private void connectTogether() throws InterruptedException {
        try (var storm = ConnectStorm.of(STORM, path, path.scaled(LONGEST_WAIT))) {
            storm.record("sweep-concurrency", path, observations);
            if (storm.attempts().stream().anyMatch(attempt -> attempt.sqlState().equals("53300"))) {
                findings.add(Finding.NO_SLOT);
            } else if (storm.succeeded() == STORM) {
                findings.add(Finding.ALL_COME);
            } else {
                findings.add(storm.succeeded() == 0 ? Finding.NONE_COMES : Finding.SOME_ARE_LOST);
            }
        }
    }

    private void connectLater() throws InterruptedException {
        long deadline = System.nanoTime() + path.scaled(LATER).toNanos();
        while (System.nanoTime() < deadline) {
            if (connects(path.scaled(FAST))) {
                findings.add(Finding.WORKS_LATER);
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
            findings.add(Finding.READY);
            chat(staging);
        } catch (StartupFailedException e) {
            if (e.startupPhase().isEmpty()) {
                findings.add(Finding.DIES_AT_IMPORT);
            } else if (e.startupPhase().get().equals("DATABASE")) {
                findings.add(Finding.FAILS_IN_DATABASE);
            }
        }
    }

    private void chat(Staging staging) {
        try {
            Visitor.logIn(staging.baseUrl(), "probe").ask("Is there anybody?");
            findings.add(Finding.CHAT_WORKS);
        } catch (HttpFailureException e) {
            findings.add(Finding.CHAT_FAILS);
        }
    }
}
