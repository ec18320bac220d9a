package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environment.EnvironmentException;
import io.github.untilfixed.environments.EmbeddedProvider;
import io.github.untilfixed.environments.RemoteProvider;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.reports.statistics.Trials;
import io.github.untilfixed.staging.platform.StartRecord;
import io.github.untilfixed.staging.process.PhaseTiming;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.process.StartupFailedException;
import io.github.untilfixed.suites.support.Staging;
import io.github.untilfixed.suites.support.StartTrials;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("slow")
@DisplayName("A start of the suites")
@ResourceLock(StagingStartTests.PROCESSES)
class StagingStartTests {

    /** The JVM's own child processes, which are counted here: who starts services as well has to wait. */
    static final String PROCESSES = "the services that this JVM has started";

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private static Environment environment;

    private final RecordedObservations recorded = new RecordedObservations();

    @TempDir
    private static Path logs;

    @BeforeAll
    static void startDatabase() {
        environment = new EmbeddedProvider().start(config(Map.of("untilfixed.postgres.authentication", "trust")));
    }

    @AfterAll
    static void stopDatabase() {
        environment.close();
    }

    @AfterEach
    void leavesNoProcess() {
        Awaitility.await("no instance runs").atMost(Duration.ofSeconds(20)).until(() -> instances() == 0);
    }

    @Test
    void endsTheInstanceWhenThePathDoesNotFollow() {
        var path = path(environment, Fault.EGRESS_COLD_START);
        path.close();
        var started = new CompletableFuture<StagingProcess>();

        assertThatThrownBy(Staging.starter(path, "instance-1", "revision-1", started)::get)
                .isInstanceOf(EnvironmentException.class);
        assertThat(instances()).isZero();
        assertThat(started).as("whoever waits for it").isCompletedExceptionally();
        assertThatThrownBy(Staging.after(started, () -> {
                    throw new AssertionError("the later one is started");
                })::get)
                .hasMessageContaining("the earlier instance was not started");
    }

    @Test
    void endsTheInstanceWhenItIsInterrupted() throws Exception {
        // So little compressed, it would try for half a minute if it were not ended.
        try (var path = path(environment, Fault.ROUTE_CUT, 10)) {
            var thread = new Thread(() -> tryToStart(path), "start");
            thread.start();
            Awaitility.await("the test waits for it to be ready")
                    .atMost(GENEROUS)
                    .until(() -> Stream.of(thread.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("awaitReady")));

            thread.interrupt();

            thread.join(GENEROUS.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void neitherSucceededNorFailedWhileItIsUnderWay() {
        Staging.record(start(List.of(), false, OptionalInt.empty()), recorded);
        Staging.record(start(List.of(), false, OptionalInt.of(3)), recorded);
        Staging.record(start(List.of(failed("DATABASE")), false, OptionalInt.empty()), recorded);
        Staging.record(start(List.of(), true, OptionalInt.empty()), recorded);

        assertThat(recorded.of("startup"))
                .extracting(start -> start.get("outcome"))
                .containsExactly("undecided", "failed", "failed", "ok");
    }

    @Test
    void countsForPhaseThreeOnlyWhenItReachedIt() throws Exception {
        var none = new StartTrials(new Trials(0, 0), new Trials(0, 0), null);

        var atImport = none.plus(Optional.of(failure(Fault.PACKAGING)));
        assertThat(atImport.starts()).isEqualTo(new Trials(0, 1));
        assertThat(atImport.phaseThree()).isEqualTo(new Trials(0, 0));

        var inPhaseThree = atImport.plus(Optional.of(failure(Fault.ROUTE_CUT)));
        assertThat(inPhaseThree.starts()).isEqualTo(new Trials(0, 2));
        assertThat(inPhaseThree.phaseThree()).isEqualTo(new Trials(0, 1));

        assertThat(inPhaseThree.plus(Optional.empty()).phaseThree()).isEqualTo(new Trials(1, 2));
    }

    @Test
    void createsNoTableInADatabaseOfOthers() throws Exception {
        var settings = new HashMap<String, String>();
        settings.put("untilfixed.environment", "remote");
        settings.put("untilfixed.toxiproxy", "embedded");
        settings.put("untilfixed.remote.jdbc-url", environment.database().jdbcUrl());
        settings.put("untilfixed.remote.user", environment.database().user());
        settings.put("untilfixed.remote.allowed-hosts", environment.database().host());
        int before = tables();
        try (var remote = new RemoteProvider().start(config(settings));
                // Less compressed, so that a busy machine would come to its migrations in time.
                var path = path(remote, Fault.NONE, 10)) {
            assertThatThrownBy(() -> Staging.ready(path, recorded))
                    .isInstanceOf(StartupFailedException.class)
                    .hasMessageContaining("critical tables are missing");
        }
        assertThat(tables()).isEqualTo(before);
    }

    private StartupFailedException failure(Fault fault) throws Exception {
        try (var path = path(environment, fault);
                var staging = Staging.ready(path, recorded)) {
            throw new AssertionError("it is ready at " + staging.baseUrl());
        } catch (StartupFailedException e) {
            return e;
        }
    }

    private void tryToStart(VpcPath path) {
        try (var staging = Staging.ready(path, recorded)) {
            throw new AssertionError("it is ready at " + staging.baseUrl());
        } catch (InterruptedException | StartupFailedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static VpcPath path(Environment environment, Fault fault) {
        return path(environment, fault, 50);
    }

    private static VpcPath path(Environment environment, Fault fault, int timeScale) {
        return VpcPath.in(environment)
                .with(fault)
                .timeScale(timeScale)
                .seed(1278)
                .open("start");
    }

    private static StartRecord start(List<PhaseTiming> phases, boolean ready, OptionalInt exitCode) {
        return new StartRecord(
                1, "a", "revision-1", phases, ready, exitCode, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PhaseTiming failed(String phase) {
        return new PhaseTiming(phase, "failed", Duration.ofSeconds(1), Optional.empty());
    }

    /** Nothing else that these tests start is a JVM. */
    private static long instances() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .count();
    }

    private static int tables() throws SQLException {
        var database = environment.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static HarnessConfig config(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("untilfixed.output-directory", logs.toString());
        return HarnessConfig.of(List.of(new Source("test", all, false)));
    }
}
