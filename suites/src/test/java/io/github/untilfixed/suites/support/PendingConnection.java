package io.github.untilfixed.suites.support;

import io.github.untilfixed.environment.Database;
import java.io.IOException;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An attempt to connect that has begun; when nobody waits for it any more its socket is closed. */
public final class PendingConnection {

    /** What ends an attempt whose test was killed before it could be abandoned. */
    private static final Duration DRIVER_GIVES_UP_LATER = Duration.ofSeconds(40);

    /** What comes after the limit is too late, but it tells a refusal or a close from silence. */
    private static final Duration LISTENING = Duration.ofMillis(150);

    private final CompletableFuture<Arrival> result = new CompletableFuture<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final long start = System.nanoTime();
    private boolean abandoned;

    private PendingConnection() {}

    /** How an attempt ended by itself; the clock was stopped where it ended. */
    private record Arrival(Duration elapsed, Optional<TimedConnection> connection, Optional<Exception> failure) {}

    /** Begins to connect. */
    public static PendingConnection begin(Database database, Duration limit) {
        var pending = new PendingConnection();
        var thread = new Thread(() -> pending.connect(database, limit), "connect");
        thread.setDaemon(true);
        thread.start();
        return pending;
    }

    private void connect(Database database, Duration limit) {
        try {
            var arrival = open(database, limit);
            if (!result.complete(arrival)) {
                arrival.connection().ifPresent(TimedConnection::closeQuietly);
            }
        } catch (Throwable e) {
            // Whatever it is, somebody waits: what ends this thread must not be taken for silence.
            result.completeExceptionally(e);
        }
    }

    private Arrival open(Database database, Duration limit) {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty(
                "socketTimeout",
                String.valueOf(limit.plus(DRIVER_GIVES_UP_LATER).toSeconds()));
        var lent = AbandonableSockets.lend(this, properties);
        try {
            var connection = DriverManager.getConnection(database.jdbcUrl(), properties);
            var elapsed = elapsed();
            return new Arrival(elapsed, Optional.of(new TimedConnection(connection, elapsed)), Optional.empty());
        } catch (SQLException e) {
            return new Arrival(elapsed(), Optional.empty(), Optional.of(e));
        } finally {
            AbandonableSockets.end(lent);
        }
    }

    /** Takes a socket that the driver is about to connect; one of an abandoned attempt is closed at once. */
    synchronized Socket own(Socket socket) throws IOException {
        sockets.add(socket);
        if (abandoned) {
            socket.close();
        }
        return socket;
    }

    /** Returns whether it has ended by itself. */
    public boolean done() {
        return result.isDone();
    }

    /**
     * Waits until the attempt is decided.
     *
     * @param limit that was configured, counted from the beginning
     * @param control what the same cost at the same moment without the path; comes on top
     */
    public ConnectAttempt decide(Duration limit, Duration control) throws InterruptedException {
        try {
            var left = limit.plus(control).plus(LISTENING).minus(elapsed());
            return decided(result.get(left.toNanos(), TimeUnit.NANOSECONDS), limit, control);
        } catch (TimeoutException e) {
            return result.cancel(false) ? silence(limit, control) : decide(limit, control);
        } catch (ExecutionException e) {
            return new ConnectAttempt(
                    limit,
                    control,
                    elapsed(),
                    Optional.empty(),
                    Optional.of(new BrokenAttemptException("an attempt to connect ended as none may", e)));
        } finally {
            abandonUnlessDone();
        }
    }

    private ConnectAttempt silence(Duration limit, Duration control) {
        var elapsed = elapsed();
        return new ConnectAttempt(
                limit,
                control,
                elapsed,
                Optional.empty(),
                Optional.of(ConnectLimitExceededException.silence(limit, control, elapsed)));
    }

    private static ConnectAttempt decided(Arrival arrival, Duration limit, Duration control) {
        var elapsed = arrival.elapsed();
        var late = arrival.connection()
                .filter(connection -> elapsed.compareTo(limit.plus(control)) > 0)
                .map(connection -> ConnectLimitExceededException.late(limit, control, elapsed));
        if (late.isPresent()) {
            arrival.connection().ifPresent(TimedConnection::closeQuietly);
            return new ConnectAttempt(limit, control, elapsed, Optional.empty(), Optional.of(late.get()));
        }
        return new ConnectAttempt(limit, control, elapsed, arrival.connection(), arrival.failure());
    }

    private void abandonUnlessDone() {
        if (!result.isDone() || result.isCancelled()) {
            abandon();
        }
    }

    /** Says that nobody waits for it: what has come or comes later is closed. */
    public void abandon() {
        if (!result.cancel(false) && !result.isCompletedExceptionally()) {
            result.join().connection().ifPresent(TimedConnection::closeQuietly);
        }
        closeSockets();
    }

    private synchronized void closeSockets() {
        abandoned = true;
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException("the socket of an abandoned attempt could not be closed", e);
            }
        }
    }

    /** Returns the time since the attempt began, in real time. */
    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
