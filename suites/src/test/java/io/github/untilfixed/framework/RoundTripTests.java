package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.environment.Database;
import io.github.untilfixed.environment.Environment;
import io.github.untilfixed.environments.EmbeddedProvider;
import io.github.untilfixed.network.RoundTrips;
import io.github.untilfixed.suites.support.CountedRoundTrips;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The round trips of a connection")
class RoundTripTests {

    @TempDir
    private Path logs;

    @ParameterizedTest
    @CsvSource({"trust, false, 2", "scram, true, 6"})
    void areThoseOfItsPasswordAndItsTls(String authentication, boolean tls, int roundTrips) throws SQLException {
        try (var environment = start(authentication, tls)) {
            var database = environment.database();
            var asked = authentication.equals("trust") ? with("", database.sslMode(), database) : database;

            assertThat(CountedRoundTrips.ofConnect(asked)).isEqualTo(roundTrips);
            assertThat(RoundTrips.ofConnect(asked)).isEqualTo(roundTrips);
        }
    }

    @Test
    void areFewerThanExpectedWhereTheServerHasNoTlsToPrefer() throws SQLException {
        try (var environment = start("scram", false)) {
            var database = environment.database();

            assertThat(CountedRoundTrips.ofConnect(with(database.password(), "prefer", database)))
                    .as("one for the question alone")
                    .isEqualTo(RoundTrips.ofConnect(database) + 1);
        }
    }

    private Environment start(String authentication, boolean tls) {
        var settings = Map.of(
                "untilfixed.postgres.authentication", authentication,
                "untilfixed.postgres.tls", String.valueOf(tls),
                "untilfixed.output-directory", logs.toString());
        return new EmbeddedProvider().start(HarnessConfig.of(List.of(new Source("test", settings, false))));
    }

    private static Database with(String password, String sslMode, Database database) {
        return new Database(database.host(), database.port(), database.name(), database.user(), password, sslMode);
    }
}
