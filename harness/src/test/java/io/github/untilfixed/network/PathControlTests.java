package io.github.untilfixed.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.network.PathCondition.Cut;
import io.github.untilfixed.network.PathCondition.NoRouteYet;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What puts conditions on a path")
class PathControlTests {

    private static final int TIME_SCALE = 1000;
    private static final NoRouteYet HALF_A_SECOND = new NoRouteYet(Duration.ofSeconds(500));
    private static final NoRouteYet AT_ONCE = new NoRouteYet(Duration.ofSeconds(1));

    private final ControlApi api = new ControlApi();
    private final PathControl control = new PathControl(api, TIME_SCALE);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void opensTheRouteWhenItIsDue() {
        control.apply(AT_ONCE);

        await("the route opens", () -> api.toxics.isEmpty());
        control.close();
    }

    @Test
    void keepsACutThatCameWhileTheRouteWasAboutToOpen() {
        control.apply(HALF_A_SECOND);
        synchronized (control) {
            await("the opening waits for its turn", () -> timer(Thread.State.BLOCKED));
            control.apply(new Cut());
        }

        await("the opening has its turn", () -> !timer(Thread.State.BLOCKED));
        synchronized (control) {
            assertThat(api.toxics).as("after that turn").containsExactly("cut");
        }
        control.close();
    }

    @Test
    void tellsWhyTheRouteDidNotOpenAtTheNextCallAndAtTheEnd() {
        control.apply(HALF_A_SECOND);
        api.broken.set(true);
        await("the opening fails", () -> api.refused.get() > 0);
        api.broken.set(false);

        assertThatThrownBy(() -> control.apply(new Cut()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("the route on path played did not open")
                .hasMessageContaining("status 500");
        assertThatThrownBy(control::close)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("status 500");
    }

    @Test
    void changesNothingOnceItIsClosed() {
        control.apply(HALF_A_SECOND);
        control.close();

        await("its thread ends", () -> !timer(Thread.State.TIMED_WAITING));
        assertThat(api.toxics).containsExactly("cut");
    }

    private static boolean timer(Thread.State state) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("path control"))
                .anyMatch(thread -> thread.getState() == state);
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(condition);
    }
}
