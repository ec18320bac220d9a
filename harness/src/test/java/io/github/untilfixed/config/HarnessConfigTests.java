package io.github.untilfixed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarnessConfigTests {

    @Test
    void hasTheDocumentedDefaults() {
        var config = HarnessConfig.of(List.of());

        assertThat(config.enabled()).isTrue();
        assertThat(config.mode()).isEqualTo(Mode.INCIDENT);
        assertThat(config.fault()).isEmpty();
        assertThat(config.tiers()).isEqualTo(EnumSet.allOf(Tier.class));
        assertThat(config.gates()).isEqualTo(EnumSet.allOf(Tier.class));
        assertThat(config.environment()).isEqualTo("embedded");
        assertThat(config.toxiproxy()).isEqualTo(ToxiproxyKind.AUTO);
        assertThat(config.timeScale()).isEqualTo(50);
        assertThat(config.unexpectedPass()).isEqualTo(UnexpectedPass.FAIL);
        assertThat(config.expectedFailureAs()).isEqualTo(ExpectedFailureAs.SKIPPED);
        assertThat(config.journal()).isEqualTo(Path.of("target/untilfixed/journal.jsonl"));
        assertThat(config.now()).isEmpty();
    }

    @Test
    void everyKeyReachesItsPlace() {
        var values = Map.ofEntries(
                Map.entry("untilfixed.enabled", "false"),
                Map.entry("untilfixed.mode", "post-fix"),
                Map.entry("untilfixed.post-fix", "1278, 14*"),
                Map.entry("untilfixed.fault", "route-cut"),
                Map.entry("untilfixed.tier", "unit,e2e-staging"),
                Map.entry("untilfixed.gate", "none"),
                Map.entry("untilfixed.environment", "containers"),
                Map.entry("untilfixed.toxiproxy", "remote"),
                Map.entry("untilfixed.toxiproxy.url", "http://127.0.0.1:8474"),
                Map.entry("untilfixed.time-scale", "10"),
                Map.entry("untilfixed.seed", "-7"),
                Map.entry("untilfixed.unexpected-pass", "warn"),
                Map.entry("untilfixed.expected-failure-as", "passed"),
                Map.entry("untilfixed.post-fix-timeout", "90 s"),
                Map.entry("untilfixed.incidents", "incidents/all.yaml"),
                Map.entry("untilfixed.output-directory", "out"),
                Map.entry("untilfixed.now", "2026-11-23"),
                Map.entry("untilfixed.remote.jdbc-url", "jdbc:postgresql://db:5432/app"),
                Map.entry("untilfixed.remote.base-url", "https://staging.example"),
                Map.entry("untilfixed.remote.user", "app"),
                Map.entry("untilfixed.remote.password", "hunter2"),
                Map.entry("untilfixed.remote.allowed-hosts", "db,staging.example"),
                Map.entry("untilfixed.postgres.version", "14"),
                Map.entry("untilfixed.postgres.max-connections", "50"),
                Map.entry("untilfixed.postgres.authentication", "trust"),
                Map.entry("untilfixed.postgres.tls", "true"),
                Map.entry("untilfixed.postgres.seed-sql", "classpath:seed.sql"),
                Map.entry("untilfixed.containers.postgres-image", "pg"),
                Map.entry("untilfixed.containers.toxiproxy-image", "tp"),
                Map.entry("untilfixed.containers.reuse", "true"));
        assertThat(values.keySet())
                .containsExactlyInAnyOrderElementsOf(HarnessKeys.names().toList());

        var config = HarnessConfig.of(List.of(new Source("untilfixed.properties", values, true)));

        assertThat(config.enabled()).isFalse();
        assertThat(config.mode()).isEqualTo(Mode.POST_FIX);
        assertThat(config.postFix()).containsExactly("1278", "14*");
        assertThat(config.fault()).contains(Fault.ROUTE_CUT);
        assertThat(config.tiers()).containsExactlyInAnyOrder(Tier.UNIT, Tier.E2E_STAGING);
        assertThat(config.gates()).isEmpty();
        assertThat(config.environment()).isEqualTo("containers");
        assertThat(config.toxiproxy()).isEqualTo(ToxiproxyKind.REMOTE);
        assertThat(config.toxiproxyUrl()).hasToString("Optional[http://127.0.0.1:8474]");
        assertThat(config.timeScale()).isEqualTo(10);
        assertThat(config.seed()).isEqualTo(-7);
        assertThat(config.unexpectedPass()).isEqualTo(UnexpectedPass.WARN);
        assertThat(config.expectedFailureAs()).isEqualTo(ExpectedFailureAs.PASSED);
        assertThat(config.postFixTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.incidents()).isEqualTo("incidents/all.yaml");
        assertThat(config.outputDirectory()).isEqualTo(Path.of("out"));
        assertThat(config.clock().instant()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(config.remote().jdbcUrl()).contains("jdbc:postgresql://db:5432/app");
        assertThat(config.remote().baseUrl()).hasToString("Optional[https://staging.example]");
        assertThat(config.remote().user()).contains("app");
        assertThat(config.remote().password()).contains("hunter2");
        assertThat(config.remote().allowedHosts()).containsExactly("db", "staging.example");
        assertThat(config.postgres())
                .isEqualTo(new PostgresConfig(
                        Optional.of(14), 50, Authentication.TRUST, true, Optional.of("classpath:seed.sql")));
        assertThat(config.containers()).isEqualTo(new ContainersConfig("pg", "tp", true));
        assertThat(config.toString()).doesNotContain("hunter2");
        assertThat(config.remote())
                .hasToString("RemoteConfig[jdbcUrl=Optional[jdbc:postgresql://db:5432/app],"
                        + " baseUrl=Optional[https://staging.example], user=Optional[app], password=Optional[***],"
                        + " allowedHosts=[db, staging.example]]");
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true", "no, true"})
    void whetherItJudgesIsKnownWithoutALookAtAnythingElse(String value, boolean enabled) {
        var parameters = Map.of("untilfixed.enabled", value, "untilfixed.seed", "not a number");

        assertThat(HarnessConfig.enabled(name -> Optional.ofNullable(parameters.get(name))))
                .isEqualTo(enabled);
    }

    @Test
    void theFirstSourceWinsAndBlankCountsAsNotSet() {
        var config = HarnessConfig.of(List.of(
                source("system property", "untilfixed.mode", " "),
                source("environment variable", "untilfixed.mode", "post-fix"),
                source("junit-platform.properties", "untilfixed.mode", "incident")));

        assertThat(config.mode()).isEqualTo(Mode.POST_FIX);
    }

    @Test
    void reportsEveryProblemAtOnceWithValueKeySourceAndWhatIsAllowed() {
        var problems = problems(
                source("system property", "untilfixed.mode", "post"),
                source("environment variable", "untilfixed.time-scale", "0"),
                source("untilfixed.properties", "untilfixed.falt", "none"));

        assertThat(problems)
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("untilfixed.mode: 'post' (from system property) is not allowed; allowed: incident,"
                                + " post-fix"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("untilfixed.time-scale: '0' (from environment variable) is not allowed"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("untilfixed.falt: unknown key (from untilfixed.properties); did you mean"
                                + " untilfixed.fault?"));
    }

    @Test
    void aWrongConfigurationStillTellsWhereItsReportGoes() {
        var wrong = catchThrowableOfType(
                ConfigException.class,
                () -> HarnessConfig.of(List.of(
                        source("system property", "untilfixed.mode", "post"),
                        source("system property", "untilfixed.output-directory", "out"))));

        assertThat(wrong.config().outputDirectory()).isEqualTo(Path.of("out"));
        assertThat(wrong.config().mode()).isEqualTo(Mode.INCIDENT);
        assertThat(wrong.problems()).hasSize(1);
    }

    @Test
    void refusesAPasswordThatAProcessListWouldShow() {
        assertThat(problems(source("system property", "untilfixed.remote.password", "hunter2")))
                .singleElement()
                .asString()
                .contains("UNTILFIXED_REMOTE_PASSWORD")
                .doesNotContain("hunter2");
    }

    @Test
    void repeatsNoAddressThatMayHoldAPassword() {
        assertThat(problems(
                        source(
                                "environment",
                                "untilfixed.remote.jdbc-url",
                                "postgresql://app:hunter2secret@db.staging/app"),
                        source("environment", "untilfixed.toxiproxy.url", "http://app:hunter2secret@host/path")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("'***'").doesNotContain("hunter2"));
    }

    @Test
    void refusesCombinationsThatCannotWork() {
        assertThat(problems(
                        source("system property", "untilfixed.toxiproxy", "remote"),
                        source("system property", "untilfixed.environment", "remote"),
                        source("system property", "untilfixed.time-scale", "50")))
                .hasSize(2);
        assertThat(HarnessConfig.of(List.of(source("system property", "untilfixed.environment", "remote")))
                        .timeScale())
                .isEqualTo(1);
    }

    @Test
    void injectsNothingIntoARealEnvironmentUnlessAFaultIsNamed() {
        var remote = source("system property", "untilfixed.environment", "remote");

        assertThat(HarnessConfig.of(List.of(remote)).fault()).contains(Fault.NONE);
        assertThat(HarnessConfig.of(List.of(remote, source("system property", "untilfixed.fault", "route-cut")))
                        .fault())
                .contains(Fault.ROUTE_CUT);
        assertThat(HarnessConfig.of(List.of(remote, source("system property", "untilfixed.fault", "incident")))
                        .fault())
                .isEmpty();
    }

    @Test
    void neverTakesTheConnectionsOfAServerThatOthersUse() {
        assertThat(problems(
                        source("system property", "untilfixed.environment", "remote"),
                        source("system property", "untilfixed.fault", "connection-limit")))
                .singleElement()
                .asString()
                .startsWith("untilfixed.fault: 'connection-limit' is not allowed with untilfixed.environment=remote")
                .contains("allowed there: none, connector-scaling")
                .containsOnlyOnce("connection-limit");
    }

    @Test
    void dropsSlashesAtTheEndOfAnAddressAndRefusesAPathWhereNoneCanBeUsed() {
        var config = HarnessConfig.of(List.of(
                source("system property", "untilfixed.toxiproxy.url", "http://toxiproxy:8474/"),
                source("environment variable", "untilfixed.remote.base-url", "https://staging.example/app//")));

        assertThat(config.toxiproxyUrl()).hasToString("Optional[http://toxiproxy:8474]");
        assertThat(config.remote().baseUrl()).hasToString("Optional[https://staging.example/app]");
        assertThat(problems(source("system property", "untilfixed.toxiproxy.url", "http://gateway/toxiproxy")))
                .singleElement()
                .asString()
                .startsWith("untilfixed.toxiproxy.url: 'http://gateway/toxiproxy' has a path");
    }

    @Test
    void anEmptyTierMeansAllAndAnUnknownTierIsAProblem() {
        assertThat(HarnessConfig.of(List.of(source("system property", "untilfixed.tier", "")))
                        .tiers())
                .hasSize(4);
        assertThat(problems(source("system property", "untilfixed.tier", "e2e")))
                .hasSize(1);
        assertThat(problems(source("system property", "untilfixed.tier", ","))).hasSize(1);
    }

    @Test
    void flipsIncidentsByModeIdOrGlob() {
        var some = HarnessConfig.of(List.of(source("system property", "untilfixed.post-fix", "1278,14*")));
        var all = HarnessConfig.of(List.of(source("system property", "untilfixed.mode", "post-fix")));

        assertThat(some.flips("1278")).isTrue();
        assertThat(some.flips("1401")).isTrue();
        assertThat(some.flips("12789")).isFalse();
        assertThat(some.flips("2140")).isFalse();
        assertThat(all.flips("9")).isTrue();
    }

    @Test
    void knowsWhatOfTheFlipNamesNoIncident() {
        var some = HarnessConfig.of(List.of(source("system property", "untilfixed.post-fix", "1278, ,14*")));

        assertThat(some.flipsNone(List.of("1278", "1401"))).isEmpty();
        assertThat(some.flipsNone(List.of("1278", "2140"))).containsExactly("14*");
        assertThat(some.flipsNone(List.of())).containsExactly("1278", "14*");
    }

    @Test
    void compressesSimulatedTime() {
        var config = HarnessConfig.of(List.of(source("system property", "untilfixed.time-scale", "50")));

        assertThat(config.scaled(Duration.ofSeconds(75))).isEqualTo(Duration.ofMillis(1_500));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000, true", "0, false", "1001, false", "1.5, false", "fast, false"})
    void aTimeScaleIsAWholeNumberFrom1To1000(String text, boolean allowed) {
        allowed("untilfixed.time-scale", text, allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8474, true",
        "https://staging.example, true",
        "ftp://staging.example, false",
        "http:staging, false",
        "http:///status, false",
        "not an address, false"
    })
    void anAddressIsHttpAndHasAHost(String text, boolean allowed) {
        allowed("untilfixed.remote.base-url", text, allowed);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://db/app, true", "jdbc:mysql://db/app, false", "postgresql://db/app, false"})
    void aDatabaseIsAPostgres(String text, boolean allowed) {
        allowed("untilfixed.remote.jdbc-url", text, allowed);
    }

    private static void allowed(String key, String text, boolean allowed) {
        var sources = List.of(source("environment variable", key, text));
        if (allowed) {
            assertThat(HarnessConfig.of(sources)).isNotNull();
        } else {
            assertThat(problems(sources.get(0)))
                    .singleElement()
                    .asString()
                    .startsWith(key + ": '" + text + "' (from environment variable) is not allowed; allowed: ");
        }
    }

    @Test
    void aKeyWithoutAValidDefaultIsAMistakeInTheTable() {
        var key = Key.<String>of("broken", "nothing", "x", "Never set.", text -> Optional.empty());

        assertThatThrownBy(() -> new ConfigReader(List.of()).value(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("untilfixed.broken has no valid default");
    }

    @Test
    void translatesEnvironmentVariables() {
        assertThat(Sources.environment(Map.of("UNTILFIXED_TIME_SCALE", "2", "UNTILFIXED_TYPO", "1", "PATH", "/bin")))
                .isEqualTo(Map.of("untilfixed.time-scale", "2", "untilfixed.typo", "1"));
    }

    @Test
    void tellsAnExplicitParameterFromTheSystemProperty() {
        var config = HarnessConfig.load(
                key -> key.equals("untilfixed.time-scale") ? Optional.of("3") : Optional.empty(), Set.of());

        assertThat(config.timeScale()).isEqualTo(3);
        var failure = catchThrowableOfType(
                ConfigException.class,
                () -> HarnessConfig.load(key -> Optional.of("x"), Set.of("untilfixed.nothing", "junit.other")));
        assertThat(failure.problems()).anyMatch(problem -> problem.startsWith("untilfixed.nothing: unknown key"));
    }

    private static List<String> problems(Source... sources) {
        return catchThrowableOfType(ConfigException.class, () -> HarnessConfig.of(List.of(sources)))
                .problems();
    }

    private static Source source(String name, String key, String value) {
        return new Source(name, Map.of(key, value), !name.equals("system property"));
    }
}
