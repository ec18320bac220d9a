import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environments.EmbeddedProvider;
import io.github.untilfixed.network.PathSettings;
import io.github.untilfixed.network.VpcPath;
import io.github.untilfixed.staging.platform.BackOff;
import io.github.untilfixed.staging.platform.CloudRun;
import io.github.untilfixed.staging.process.StagingProcess;
import io.github.untilfixed.staging.settings.Deployments;
import io.github.untilfixed.staging.settings.ServiceSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays a remote staging in real time until its standard input ends: a database, an application that is repaired, and
 * one whose platform restarts it because it does not reach the database through its connector. It prints five lines: the
 * database's address, its role and its password, and the addresses of the repaired and of the broken application.
 *
 * <p>Run it with the class path of suites; the arguments are a directory for its log and the seed of the database.
 */
final class RemoteStaging {

    private static final long SEED = 1278;

    /** For the five lines alone: whatever logs to the console goes elsewhere. */
    private static final PrintStream OUT = System.out;

    public static void main(String[] arguments) throws Exception {
        System.setOut(System.err);
        var settings = Map.of(
                "untilfixed.output-directory", Path.of(arguments[0]).toString(),
                "untilfixed.postgres.seed-sql", arguments[1],
                // The tests ask for the whole fleet's connections beside those of the applications that run here.
                "untilfixed.postgres.max-connections", "200");
        var backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
        try (var environment = new EmbeddedProvider()
                        .start(HarnessConfig.of(List.of(new Source("the command line", settings, false))));
                var repaired = start(environment.database(), Deployments.REPAIRED).awaitReady(Duration.ofMinutes(5));
                var path = VpcPath.through(
                        environment.openPath("broken"),
                        environment,
                        new PathSettings(Set.of(Fault.CONNECTOR_SCALING), 1, SEED));
                var broken = CloudRun.start(
                        List.of(() -> start(path.database(), Deployments.SEED_TIME)), backOff)) {
            print(environment, repaired, broken);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static void print(Environment environment, StagingProcess repaired, CloudRun broken) {
        var database = environment.database();
        OUT.println(jdbcUrl(database));
        OUT.println(database.user());
        OUT.println(database.password());
        OUT.println(repaired.baseUrl());
        OUT.println(broken.url());
        OUT.flush();
    }

    private static StagingProcess start(Database database, String deployment) {
        return StagingProcess.start(new ServiceSettings(
                deployment,
                "revision-1",
                "staging",
                1,
                SEED,
                "not-a-secret-".repeat(3),
                false,
                Deployments.load().deployment(deployment).database(jdbcUrl(database), database.user(), database.password())));
    }

    private static String jdbcUrl(Database database) {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name() + "?sslmode=disable";
    }
}
