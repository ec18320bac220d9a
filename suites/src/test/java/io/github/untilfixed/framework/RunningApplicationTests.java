package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.suites.support.Application;
import io.github.untilfixed.suites.support.StagingNotReadyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An application that runs elsewhere")
class RunningApplicationTests {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int CONNECT_MILLIS = 300;

    /** The kernel takes connections for it, one or two, and it never answers. */
    private ServerSocket silent;

    private final List<Socket> others = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
        for (var other : others) {
            other.close();
        }
    }

    @Test
    void holdsARequestThatItTookAndDoesNotAnswer() {
        assertThatThrownBy(this::awaitReady)
                .isInstanceOf(StagingNotReadyException.class)
                .hasMessageMatching("(?s).* last answer: held, no answer within \\d+ ms to GET /health/startup");
    }

    @Test
    void holdsNothingWhenNobodyReachesIt() throws IOException {
        takeTheLastPlace();

        assertThatThrownBy(this::awaitReady)
                .isInstanceOf(StagingNotReadyException.class)
                .hasMessageEndingWith("last answer: none to GET /health/startup: no connection");
    }

    private void awaitReady() throws StagingNotReadyException, InterruptedException {
        new Application(URI.create("http://127.0.0.1:" + silent.getLocalPort())).awaitReady(LIMIT);
    }

    /** From then on it is as an address that a firewall drops: no connection, and no refusal either. */
    private void takeTheLastPlace() throws IOException {
        for (int taken = 0; taken < 10; taken++) {
            var other = new Socket();
            others.add(other);
            try {
                other.connect(silent.getLocalSocketAddress(), CONNECT_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }
}
