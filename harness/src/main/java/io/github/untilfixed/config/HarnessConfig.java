package io.github.untilfixed.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The whole configuration of a run; the meaning, default and range of each part is in the table of keys
 * ({@code docs/configuration.md}).
 *
 * @param enabled whether the harness judges the tests
 * @param mode what is expected of tests that name an incident
 * @param postFix ids or globs of incidents flipped one by one
 * @param fault the one fault to inject, {@link Fault#NONE} for none; empty stands for the faults of the open incidents
 * @param tiers the tiers to run, never empty
 * @param gates the tiers whose tests a red lower tier holds back
 * @param environment {@code embedded}, {@code containers} or {@code remote}
 * @param toxiproxy which Toxiproxy is used
 * @param toxiproxyUrl the control address of a running Toxiproxy; always there with {@link ToxiproxyKind#REMOTE}
 * @param timeScale the factor that compresses every simulated duration, 1..1000
 * @param seed the seed of everything random
 * @param unexpectedPass what an unexpected pass does to the build
 * @param expectedFailureAs how JUnit sees a test that failed as expected
 * @param postFixTimeout the hard limit, in real time, for each test that runs only after the flip
 * @param incidents where the registry is: {@code classpath:‹resource›} or a path
 * @param outputDirectory where the journal and the reports go
 * @param now a fixed time, or empty for the real one
 * @param remote where a real staging is reached
 * @param postgres how the PostgreSQL is set up that the run starts
 * @param containers which images are started
 */
public record HarnessConfig(
        boolean enabled,
        Mode mode,
        List<String> postFix,
        Optional<Fault> fault,
        Set<Tier> tiers,
        Set<Tier> gates,
        String environment,
        ToxiproxyKind toxiproxy,
        Optional<URI> toxiproxyUrl,
        int timeScale,
        long seed,
        UnexpectedPass unexpectedPass,
        ExpectedFailureAs expectedFailureAs,
        Duration postFixTimeout,
        String incidents,
        Path outputDirectory,
        Optional<Instant> now,
        RemoteConfig remote,
        PostgresConfig postgres,
        ContainersConfig containers) {

    /** Copies the collections. */
    public HarnessConfig {
        postFix = List.copyOf(postFix);
        tiers = Set.copyOf(tiers);
        gates = Set.copyOf(gates);
    }

    /**
     * Reads the configuration from JUnit's parameters, the environment and the property files of this process.
     *
     * @param parameters looks up a configuration parameter, for example {@code context::getConfigurationParameter}
     * @throws ConfigException with every problem at once
     */
    public static HarnessConfig load(Function<String, Optional<String>> parameters) {
        return of(Sources.ofProcess(parameters, Set.of()));
    }

    /**
     * Reads the configuration like {@link #load(Function)} and also rejects unknown keys among the parameters.
     *
     * @param parameterNames the names of all explicit parameters
     * @throws ConfigException with every problem at once
     */
    public static HarnessConfig load(Function<String, Optional<String>> parameters, Set<String> parameterNames) {
        return of(Sources.ofProcess(parameters, parameterNames));
    }

    /**
     * Returns whether the harness judges the tests, without a look at anything else; a value that is neither true nor
     * false counts as the default.
     *
     * @param parameters looks up a configuration parameter
     */
    public static boolean enabled(Function<String, Optional<String>> parameters) {
        return new ConfigReader(Sources.ofProcess(parameters, Set.of())).value(HarnessKeys.ENABLED);
    }

    /**
     * Makes the configuration from sources alone; the first source that has a key wins.
     *
     * @throws ConfigException with every problem at once
     */
    public static HarnessConfig of(List<Source> sources) {
        var reader = new ConfigReader(sources);
        reader.rejectUnknownKeys();
        var config = read(reader);
        check(config, reader);
        if (!reader.problems().isEmpty()) {
            throw new ConfigException(reader.problems(), config);
        }
        return config;
    }

    private static HarnessConfig read(ConfigReader reader) {
        var environment = reader.value(HarnessKeys.ENVIRONMENT);
        boolean remote = environment.equals("remote");
        return new HarnessConfig(
                reader.value(HarnessKeys.ENABLED),
                reader.value(HarnessKeys.MODE),
                reader.value(HarnessKeys.POST_FIX),
                // What is seen in a real environment must not be what the run itself has put there.
                reader.value(HarnessKeys.FAULT, remote ? FaultChoice.of(Fault.NONE) : FaultChoice.OF_INCIDENTS)
                        .fault(),
                reader.value(HarnessKeys.TIER),
                reader.value(HarnessKeys.GATE),
                environment,
                reader.value(HarnessKeys.TOXIPROXY),
                reader.optional(HarnessKeys.TOXIPROXY_URL),
                reader.value(HarnessKeys.TIME_SCALE, remote ? 1 : 50),
                reader.value(HarnessKeys.SEED),
                reader.value(HarnessKeys.UNEXPECTED_PASS),
                reader.value(HarnessKeys.EXPECTED_FAILURE_AS),
                reader.value(HarnessKeys.POST_FIX_TIMEOUT),
                reader.value(HarnessKeys.INCIDENTS),
                reader.value(HarnessKeys.OUTPUT_DIRECTORY),
                reader.optional(HarnessKeys.NOW),
                remote(reader),
                postgres(reader),
                containers(reader));
    }

    private static RemoteConfig remote(ConfigReader reader) {
        return new RemoteConfig(
                reader.optional(HarnessKeys.REMOTE_JDBC_URL),
                reader.optional(HarnessKeys.REMOTE_BASE_URL),
                reader.optional(HarnessKeys.REMOTE_USER),
                reader.optional(HarnessKeys.REMOTE_PASSWORD),
                reader.value(HarnessKeys.REMOTE_ALLOWED_HOSTS));
    }

    private static PostgresConfig postgres(ConfigReader reader) {
        return new PostgresConfig(
                reader.optional(HarnessKeys.POSTGRES_VERSION),
                reader.value(HarnessKeys.POSTGRES_MAX_CONNECTIONS),
                reader.value(HarnessKeys.POSTGRES_AUTHENTICATION),
                reader.value(HarnessKeys.POSTGRES_TLS),
                reader.optional(HarnessKeys.POSTGRES_SEED_SQL));
    }

    private static ContainersConfig containers(ConfigReader reader) {
        return new ContainersConfig(
                reader.value(HarnessKeys.POSTGRES_IMAGE),
                reader.value(HarnessKeys.TOXIPROXY_IMAGE),
                reader.value(HarnessKeys.CONTAINERS_REUSE));
    }

    private static void check(HarnessConfig config, ConfigReader reader) {
        if (config.toxiproxy() == ToxiproxyKind.REMOTE && config.toxiproxyUrl().isEmpty()) {
            reader.problem("untilfixed.toxiproxy.url: missing; untilfixed.toxiproxy=remote needs the address of the"
                    + " running Toxiproxy");
        }
        if (config.environment().equals("remote") && config.timeScale() != 1) {
            reader.problem("untilfixed.time-scale: '" + config.timeScale()
                    + "' is not allowed with untilfixed.environment=remote; allowed: 1, as real time cannot be"
                    + " compressed");
        }
        if (config.environment().equals("remote") && config.fault().equals(Optional.of(Fault.CONNECTION_LIMIT))) {
            reader.problem(
                    "untilfixed.fault: 'connection-limit' is not allowed with untilfixed.environment=remote, as it"
                            + " takes every connection of the server and not only those of a proxy; allowed there: "
                            + Arrays.stream(Fault.values())
                                    .filter(fault -> fault != Fault.CONNECTION_LIMIT)
                                    .map(Fault::id)
                                    .collect(Collectors.joining(", ")));
        }
        config.toxiproxyUrl()
                .filter(url -> !url.getRawPath().isEmpty())
                .ifPresent(
                        url -> reader.problem(
                                "untilfixed.toxiproxy.url: '"
                                        + ConfigReader.shown(HarnessKeys.TOXIPROXY_URL, url.toString())
                                        + "' has a path; allowed: an http or https address without one, such as http://localhost:8474"));
    }

    /** Returns the clock of the run: fixed when {@code untilfixed.now} is set, else the system's in UTC. */
    public Clock clock() {
        return now.map(instant -> Clock.fixed(instant, ZoneOffset.UTC)).orElseGet(Clock::systemUTC);
    }

    /** Returns whether this run expects the incident to be fixed because the configuration says so. */
    public boolean flips(String incidentId) {
        return mode == Mode.POST_FIX || postFix.stream().anyMatch(glob -> matches(glob, incidentId));
    }

    /** Returns what {@code untilfixed.post-fix} names and none of these incidents is called. */
    public List<String> flipsNone(Collection<String> incidentIds) {
        return postFix.stream()
                .filter(glob -> incidentIds.stream().noneMatch(id -> matches(glob, id)))
                .toList();
    }

    /** Returns a simulated duration as it passes in reality: divided by the time scale. */
    public Duration scaled(Duration simulated) {
        return simulated.dividedBy(timeScale);
    }

    /** Returns the file that the journal is written to. */
    public Path journal() {
        return outputDirectory.resolve("journal.jsonl");
    }

    private static boolean matches(String glob, String id) {
        var pattern = Pattern.quote(glob).replace("*", "\\E.*\\Q");
        return Pattern.matches(pattern, id);
    }
}
