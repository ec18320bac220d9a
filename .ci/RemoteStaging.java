import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.environments.EmbeddedProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Plays the database of a remote staging until its standard input ends. It prints its address, its role and its password
 * on three lines.
 *
 * <p>Run it with the class path of fixtures/environments; the argument is a directory for its log.
 */
final class RemoteStaging {

    public static void main(String[] arguments) throws Exception {
        var settings = Map.of(
                "untilfixed.output-directory", Path.of(arguments[0]).toString(),
                "untilfixed.postgres.seed-sql", arguments[1]);
        try (var environment = new EmbeddedProvider()
                .start(HarnessConfig.of(List.of(new Source("the command line", settings, false))))) {
            var database = environment.database();
            System.out.println("jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name());
            System.out.println(database.user());
            System.out.println(database.password());
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
