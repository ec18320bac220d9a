package io.github.untilfixed.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one table of keys: names, defaults, allowed values and meaning; the configuration page is made from it. */
final class HarnessKeys {

    private static final String TIERS = "all, or a comma-separated list of " + Parsers.ids(Tier.class);

    static final Key<Boolean> ENABLED = Key.of(
            "enabled",
            "true, false",
            "true",
            "Whether the harness judges the tests; with false its engine finds nothing and plain Jupiter runs them.",
            Parsers::bool);
    static final Key<Mode> MODE = Key.of(
            "mode",
            Parsers.ids(Mode.class),
            "incident",
            "What is expected of tests that name an incident: to fail with its symptom, or to prove the fix.",
            Parsers.constant(Mode.class));
    static final Key<List<String>> POST_FIX = Key.of(
            "post-fix",
            "incident ids separated by commas; * stands for any characters",
            "",
            "Incidents that are expected to be fixed while the others are not, for example 1278,14*.",
            Parsers::list);
    static final Key<String> ENVIRONMENT = Key.of(
            "environment",
            "embedded, containers, remote",
            "embedded",
            "Where the tests run.",
            Parsers.oneOf("embedded", "containers", "remote"));
    static final Key<ToxiproxyKind> TOXIPROXY = Key.of(
            "toxiproxy",
            Parsers.ids(ToxiproxyKind.class),
            "auto",
            "Which Toxiproxy the run uses.",
            Parsers.constant(ToxiproxyKind.class));
    static final Key<URI> TOXIPROXY_URL = Key.of(
            "toxiproxy.url",
            "an http or https address",
            "",
            "The control address of a running Toxiproxy; needed with untilfixed.toxiproxy=remote.",
            Parsers::http);
    static final Key<FaultChoice> FAULT = Key.of(
            "fault",
            "incident, " + String.join(", ", Fault.ids()),
            "incident (none with untilfixed.environment=remote)",
            "What the run makes wrong on the paths to the database; incident stands for the fault that the open incidents"
                    + " declare. connection-limit goes only with a database that the run starts.",
            FaultChoice::of);
    static final Key<Integer> TIME_SCALE = Key.of(
            "time-scale",
            "a whole number from 1 to 1000",
            "50 (1 with untilfixed.environment=remote)",
            "The factor that compresses every simulated duration: 75 s at 50 take 1.5 s.",
            Parsers.integer(1, 1000));
    static final Key<Long> SEED =
            Key.of("seed", "a whole number", "1278", "The seed of everything random in a run.", Parsers::number);
    static final Key<Set<Tier>> TIER = Key.of(
            "tier", TIERS, "all", "The tiers to run; tests without a tier run with all only.", Parsers::someTiers);
    static final Key<Set<Tier>> GATE = Key.of(
            "gate",
            "none, " + TIERS,
            "all",
            "The tiers whose tests are held back when a lower tier has a failure that no incident explains.",
            Parsers::tiers);
    static final Key<UnexpectedPass> UNEXPECTED_PASS = Key.of(
            "unexpected-pass",
            Parsers.ids(UnexpectedPass.class),
            "fail",
            "What a test does to the build that passes although its incident is open.",
            Parsers.constant(UnexpectedPass.class));
    static final Key<ExpectedFailureAs> EXPECTED_FAILURE_AS = Key.of(
            "expected-failure-as",
            Parsers.ids(ExpectedFailureAs.class),
            "skipped",
            "How JUnit and its reporters see a test that failed as expected.",
            Parsers.constant(ExpectedFailureAs.class));
    static final Key<Duration> POST_FIX_TIMEOUT = Key.of(
            "post-fix-timeout",
            "a number and ms, s, min or h",
            "10min",
            "The hard limit, in real time, for each test that runs only after the flip.",
            Parsers::duration);
    static final Key<String> INCIDENTS = Key.of(
            "incidents",
            "classpath:‹resource› or a path",
            "classpath:incidents.yaml",
            "Where the registry of incidents is.",
            Parsers::text);
    static final Key<Path> OUTPUT_DIRECTORY = Key.of(
            "output-directory",
            "a path, absolute or from the working directory",
            "target/untilfixed",
            "Where the journal and the reports are written.",
            Parsers::path);
    static final Key<Instant> NOW = Key.of(
            "now",
            "a day such as 2026-11-23, or an instant such as 2026-11-23T08:00:00Z",
            "",
            "A fixed time for everything that depends on dates; not set, the clock decides.",
            Parsers::instant);
    static final Key<String> REMOTE_JDBC_URL = Key.of(
            "remote.jdbc-url",
            "jdbc:postgresql://‹host›:‹port›/‹database›",
            "",
            "The database of a real staging, without user and password.",
            Parsers::jdbcUrl);
    static final Key<URI> REMOTE_BASE_URL = Key.of(
            "remote.base-url", "an http or https address", "", "The application of a real staging.", Parsers::http);
    static final Key<String> REMOTE_USER =
            Key.of("remote.user", "any text", "", "The database role of a real staging.", Parsers::text);
    static final Key<String> REMOTE_PASSWORD = Key.of(
                    "remote.password", "any text", "", "The password of that role.", Parsers::text)
            .asSecret();
    static final Key<List<String>> REMOTE_ALLOWED_HOSTS = Key.of(
            "remote.allowed-hosts",
            "host names separated by commas",
            "",
            "The hosts of a real staging on whose connections faults may be injected; without it none are.",
            Parsers::list);
    static final Key<Integer> POSTGRES_VERSION = Key.of(
            "postgres.version",
            "a whole number from 9 to 99",
            "",
            "The major version that PostgreSQL has to be; another one is an error. Not set, any will do.",
            Parsers.integer(9, 99));
    static final Key<Integer> POSTGRES_MAX_CONNECTIONS = Key.of(
            "postgres.max-connections",
            "a whole number from 10 to 5000",
            "100",
            "How many connections the PostgreSQL accepts that the run starts, 3 reserved for superusers included.",
            Parsers.integer(10, 5000));
    static final Key<Authentication> POSTGRES_AUTHENTICATION = Key.of(
            "postgres.authentication",
            Parsers.ids(Authentication.class),
            "scram",
            "How that PostgreSQL tells who connects.",
            Parsers.constant(Authentication.class));
    static final Key<Boolean> POSTGRES_TLS = Key.of(
            "postgres.tls",
            "true, false",
            "false",
            "Whether that PostgreSQL offers TLS, with a certificate of its own making, and the tests demand it.",
            Parsers::bool);
    static final Key<String> POSTGRES_SEED_SQL = Key.of(
            "postgres.seed-sql",
            "classpath:‹resource› or a path",
            "",
            "The SQL that is run in that PostgreSQL before the first test, as the application's role.",
            Parsers::text);
    static final Key<String> POSTGRES_IMAGE = Key.of(
            "containers.postgres-image",
            "an image name",
            "postgres:14-alpine",
            "The image of PostgreSQL.",
            Parsers::text);
    static final Key<String> TOXIPROXY_IMAGE = Key.of(
            "containers.toxiproxy-image",
            "an image name",
            "ghcr.io/shopify/toxiproxy:2.12.0",
            "The image of Toxiproxy.",
            Parsers::text);
    static final Key<Boolean> CONTAINERS_REUSE = Key.of(
            "containers.reuse",
            "true, false",
            "false",
            "Whether containers are kept for the next run, as Testcontainers offers it.",
            Parsers::bool);

    static final List<Key<?>> ALL = List.of(
            ENABLED,
            MODE,
            POST_FIX,
            FAULT,
            TIER,
            GATE,
            ENVIRONMENT,
            TOXIPROXY,
            TOXIPROXY_URL,
            TIME_SCALE,
            SEED,
            UNEXPECTED_PASS,
            EXPECTED_FAILURE_AS,
            POST_FIX_TIMEOUT,
            INCIDENTS,
            OUTPUT_DIRECTORY,
            NOW,
            REMOTE_JDBC_URL,
            REMOTE_BASE_URL,
            REMOTE_USER,
            REMOTE_PASSWORD,
            REMOTE_ALLOWED_HOSTS,
            POSTGRES_VERSION,
            POSTGRES_MAX_CONNECTIONS,
            POSTGRES_AUTHENTICATION,
            POSTGRES_TLS,
            POSTGRES_SEED_SQL,
            POSTGRES_IMAGE,
            TOXIPROXY_IMAGE,
            CONTAINERS_REUSE);

    private HarnessKeys() {}

    static Stream<String> names() {
        return ALL.stream().map(Key::name);
    }

    static Optional<Key<?>> byEnvironmentVariable(String variable) {
        return ALL.stream()
                .filter(key -> key.environmentVariable().equals(variable))
                .findFirst();
    }
}
