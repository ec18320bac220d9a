package io.github.untilfixed.reports;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.config.UnexpectedPass;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.JournalRecord;
import io.github.untilfixed.journal.JournalWriter;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.ExpectationEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.journal.TestRecord.OutcomeEntry;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds journals by hand, in the shape of the run of incident 1278. */
public final class SampleRun {

    public static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    private static final String PACKAGE = "io.github.untilfixed.suites.";

    private Mode mode = Mode.INCIDENT;
    private @Nullable UnexpectedPass unexpectedPass = UnexpectedPass.FAIL;
    private List<String> faults = List.of("connector-scaling");
    private String tier = "all";
    private String environment = "embedded";
    private @Nullable String declaredFault = "connector-scaling";
    private String runId = "run-1";
    private Instant startedAt = START;
    private Map<String, String> platform = Map.of("java", "17.0.15", "junit", "5.14.4", "os", "Linux", "cpus", "2");
    private @Nullable Integer planned;
    private boolean ended = true;
    private List<String> problems = List.of();
    private List<String> fixed = List.of();
    private List<String> deletions = List.of();
    private Map<String, Object> narrative = Map.of();
    private @Nullable String another;
    private final List<TestRecord> tests = new ArrayList<>();
    private final List<ObservationRecord> observations = new ArrayList<>();

    /** The run of a day on which the incident is there: green. */
    public static SampleRun incident() {
        var run = new SampleRun();
        run.test("unit", "ConfigurationTests", "readsTheConnectionLimit()", Verdict.PASSED);
        run.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.FAILED_AS_EXPECTED);
        run.test("integration", "PoolTests", "opensTwentyConnections()", Verdict.FAILED_AS_EXPECTED);
        run.test("e2e-staging", "GoldenPathTests", "logsInAndGetsAnAnswer()", Verdict.FAILED_AS_EXPECTED);
        run.test("infrastructure", "ConnectorTests", "connectsUnderLoad()", Verdict.FAILED_AS_EXPECTED);
        run.phases();
        return run;
    }

    /** A run with every kind of observation and every section of a registry. */
    public static SampleRun rich() {
        var run = incident().narrative(SampleNarrative.of());
        run.test("unit", "StartupOrderTests", "runsTheSevenPhasesInOrder()", Verdict.PASSED);
        run.test("infrastructure", "VpcPathTests", "answersAQuickPing()", Verdict.FAILED_AS_EXPECTED);
        var random = new Random(1278);
        for (int i = 0; i < 120; i++) {
            boolean ok = i % 3 == 0;
            var path = i % 2 == 0 ? "vpc-connector" : "direct";
            double millis =
                    path.equals("direct") ? 4 + random.nextDouble() * 6 : ok ? 200 + random.nextDouble() * 500 : 1500;
            run.observation(
                    "connect-time",
                    millis,
                    "ms",
                    Map.of("path", path, "outcome", ok || path.equals("direct") ? "ok" : "timeout"));
        }
        for (int wait = 100; wait <= 2000; wait += 100) {
            run.observation(
                    "sweep-wait",
                    Math.min(wait, 1400.0),
                    "ms",
                    Map.of("wait-millis", Integer.toString(wait), "outcome", wait < 1400 ? "timeout" : "ok"));
            run.observation(
                    "sweep-concurrency",
                    wait * 0.9,
                    "ms",
                    Map.of("concurrency", Integer.toString(wait / 100), "outcome", wait < 1000 ? "ok" : "timeout"));
        }
        var states = List.of("READY", "SCALING", "READY", "SATURATED");
        for (int i = 0; i < states.size(); i++) {
            run.observations.add(new ObservationRecord(
                    run.startedAt.plusMillis(1_200L * i),
                    null,
                    "connector-state",
                    Provenance.MODELLED,
                    null,
                    null,
                    Map.of(
                            "path",
                            "vpc-connector",
                            "state",
                            states.get(i),
                            "instances",
                            Integer.toString(2 + i),
                            "profile",
                            "staging")));
        }
        hypothesis(
                run,
                "capacity: the connector is scaling",
                3,
                "single idle connection is fast; raising the wait helps",
                "");
        hypothesis(run, "route cut", -2, "", "connections succeed once the wait is longer than the delay");
        for (int i = 0; i < 22; i++) {
            run.observation(
                    "trial", null, null, Map.of("criterion", "startup-success", "outcome", i < 3 ? "ok" : "failed"));
        }
        return run;
    }

    private static void hypothesis(SampleRun run, String name, double score, String support, String against) {
        run.observation("hypothesis", score, null, Map.of("name", name, "for", support, "against", against));
    }

    /** The run after the repair: every test of the incident passes. */
    public static SampleRun repaired() {
        var run = new SampleRun().mode(Mode.POST_FIX).faults();
        run.test("unit", "ConfigurationTests", "readsTheConnectionLimit()", Verdict.PASSED);
        run.test("integration", "DatabaseTests", "answersWithinTheLimit()", Verdict.PASSED);
        run.test("integration", "PoolTests", "opensTwentyConnections()", Verdict.PASSED);
        run.test("e2e-staging", "GoldenPathTests", "logsInAndGetsAnAnswer()", Verdict.PASSED);
        run.test("infrastructure", "ConnectorTests", "connectsUnderLoad()", Verdict.PASSED);
        return run;
    }

    public SampleRun mode(Mode value) {
        mode = value;
        return this;
    }

    public SampleRun unexpectedPass(@Nullable UnexpectedPass value) {
        unexpectedPass = value;
        return this;
    }

    public SampleRun faults(String... values) {
        faults = List.of(values);
        return this;
    }

    public SampleRun environment(String value) {
        environment = value;
        return this;
    }

    /** The fault that the incident declares, or null when it declares none. */
    public SampleRun declaredFault(@Nullable String value) {
        declaredFault = value;
        return this;
    }

    public SampleRun tier(String value) {
        tier = value;
        return this;
    }

    public SampleRun runId(String value) {
        runId = value;
        return this;
    }

    public SampleRun startedAt(Instant value) {
        startedAt = value;
        return this;
    }

    public SampleRun platform(Map<String, String> value) {
        platform = value;
        return this;
    }

    public SampleRun planned(int value) {
        planned = value;
        return this;
    }

    public SampleRun killed() {
        ended = false;
        return this;
    }

    public SampleRun problems(String... values) {
        problems = List.of(values);
        return this;
    }

    public SampleRun fixed(String incident, String deletion) {
        fixed = List.of(incident);
        deletions = List.of(deletion);
        return this;
    }

    /** Adds an incident to the registry that is told in the same words. */
    public SampleRun another(String value) {
        another = value;
        return this;
    }

    public SampleRun narrative(Map<String, Object> value) {
        narrative = value;
        return this;
    }

    public SampleRun test(TestRecord test) {
        tests.add(test);
        return this;
    }

    public SampleRun test(String tier, String type, String method, Verdict verdict) {
        return test(record(tier, type, method, verdict, "the pool timed out waiting for the database"));
    }

    public SampleRun observation(
            String name, @Nullable Double value, @Nullable String unit, Map<String, String> attributes) {
        observations.add(new ObservationRecord(
                startedAt.plusSeconds(2), null, name, Provenance.MEASURED, value, unit, attributes));
        return this;
    }

    public SampleRun phases() {
        phase("INIT", 2, "OK", 600);
        phase("DEPENDENCIES", 31, "OK", 600);
        phase("DATABASE", 1502, "FAILED", 1500);
        return this;
    }

    private void phase(String phase, double millis, String outcome, int limit) {
        observation(
                "startup-phase",
                millis,
                "ms",
                Map.of("start", "1", "phase", phase, "outcome", outcome, "configured-millis", Integer.toString(limit)));
    }

    /** Makes the line of a test. */
    public TestRecord record(String tier, String type, String method, Verdict verdict, String message) {
        boolean named = !tier.equals("unit");
        boolean failed = failing(verdict);
        boolean symptom = verdict == Verdict.FAILED_AS_EXPECTED || verdict == Verdict.STILL_BROKEN;
        var kind = !named ? "PASS" : mode == Mode.POST_FIX ? "POST_FIX" : "FAILS_UNTIL_FIXED";
        var failures = failed
                ? List.of(new FailureEntry(
                        "TEST",
                        List.of(
                                new CauseEntry("java.sql.SQLTransientConnectionException", message),
                                new CauseEntry("java.net.SocketTimeoutException", "Connect timed out")),
                        "java.sql.SQLTransientConnectionException: " + message
                                + "\n\tat com.zaxxer.hikari.pool.HikariPool.<init>(HikariPool.java:1)"))
                : List.<FailureEntry>of();
        return new TestRecord(
                "[engine:untilfixed]/[engine:junit-jupiter]/[class:" + PACKAGE + type + "]/[method:" + method + "]",
                PACKAGE + type,
                method.replace("()", ""),
                method,
                tier,
                new ExpectationEntry(kind, named ? List.of("1278") : List.of(), null),
                new OutcomeEntry(failed ? "THREW" : "RETURNED", true, failures, null),
                verdict,
                named ? "1278" : null,
                symptom ? "phase-3-timeout" : null,
                verdict + " because of what was measured: " + message,
                startedAt.plusSeconds(tests.size()),
                1_503.5,
                List.of(),
                failed
                        ? List.of(
                                new EvidenceEntry("staging log", "text/plain", "phase=DATABASE outcome=FAILED\nexit 3"))
                        : List.of());
    }

    /** Returns the line of the same test with other evidence. */
    public static TestRecord with(TestRecord test, List<EvidenceEntry> evidence) {
        return copy(test, test.expectation(), test.outcome(), test.startedAt(), test.flags(), evidence);
    }

    /** Returns the line of the same test as one that names these incidents; the one that it showed stays. */
    public static TestRecord naming(TestRecord test, String... incidents) {
        var expectation = new ExpectationEntry(test.expectation().kind(), List.of(incidents), null);
        return copy(test, expectation, test.outcome(), test.startedAt(), test.flags(), test.evidence());
    }

    /** Returns the line of the same test as one that never started. */
    public static TestRecord notStarted(TestRecord test, String flag) {
        return copy(test, test.expectation(), test.outcome(), null, List.of(flag), List.of());
    }

    /** Returns the line of the same test as one that went on after a part of it had failed. */
    public static TestRecord returned(TestRecord test) {
        var outcome = new OutcomeEntry("RETURNED", true, test.outcome().failures(), null);
        return copy(test, test.expectation(), outcome, test.startedAt(), test.flags(), test.evidence());
    }

    private static TestRecord copy(
            TestRecord test,
            ExpectationEntry expectation,
            OutcomeEntry outcome,
            @Nullable Instant startedAt,
            List<String> flags,
            List<EvidenceEntry> evidence) {
        return copy(test, expectation, outcome, test.incident(), test.symptom(), startedAt, flags, evidence);
    }

    /** Returns the line of the same test as one that showed a symptom of that incident, or of none. */
    public static TestRecord showing(TestRecord test, @Nullable String incident, @Nullable String symptom) {
        return copy(
                test,
                test.expectation(),
                test.outcome(),
                incident,
                symptom,
                test.startedAt(),
                test.flags(),
                test.evidence());
    }

    private static TestRecord copy(
            TestRecord test,
            ExpectationEntry expectation,
            OutcomeEntry outcome,
            @Nullable String incident,
            @Nullable String symptom,
            @Nullable Instant startedAt,
            List<String> flags,
            List<EvidenceEntry> evidence) {
        return new TestRecord(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                test.tier(),
                expectation,
                outcome,
                test.verdict(),
                incident,
                symptom,
                test.explanation(),
                startedAt,
                startedAt == null ? null : test.durationMillis(),
                flags,
                evidence);
    }

    private static boolean failing(Verdict verdict) {
        return switch (verdict) {
            case PASSED, PASSED_UNEXPECTEDLY, SKIPPED, GATED, UNVERIFIED -> false;
            default -> true;
        };
    }

    public Journal journal() {
        var end = new EndRecord(startedAt.plusSeconds(40), tests.size(), problems, fixed, List.of(), deletions);
        return new Journal(
                header(), List.copyOf(tests), List.copyOf(observations), ended ? Optional.of(end) : Optional.empty());
    }

    public RunFacts facts() {
        return RunFacts.of(journal());
    }

    /** Writes the journal to a file. */
    public Path writeTo(Path file) throws IOException {
        var journal = journal();
        try (var writer = JournalWriter.open(file)) {
            writer.write(journal.run());
            for (JournalRecord line : journal.tests()) {
                writer.write(line);
            }
            for (JournalRecord line : journal.observations()) {
                writer.write(line);
            }
            if (journal.end().isPresent()) {
                writer.write(journal.end().get());
            }
        }
        return file;
    }

    private RunRecord header() {
        return new RunRecord(
                RunRecord.SCHEMA,
                runId,
                startedAt,
                mode,
                List.of(),
                unexpectedPass,
                faults,
                environment,
                "embedded (auto: the default)",
                50,
                1278,
                tier,
                planned == null ? tests.size() : planned,
                "3c539f1d0c6a1b7e8f9a0b1c2d3e4f5a6b7c8d9e",
                false,
                incidents(),
                platform);
    }

    private List<IncidentSnapshot> incidents() {
        return another == null ? List.of(incident("1278")) : List.of(incident("1278"), incident(another));
    }

    private IncidentSnapshot incident(String id) {
        var symptoms = new LinkedHashMap<String, String>();
        symptoms.put("phase-3-timeout", "SQLTransientConnectionException in phase DATABASE");
        return new IncidentSnapshot(
                id,
                "Staging cannot reach Cloud SQL through the VPC connector",
                "https://github.com/netra-systems/netra-apex/issues/1278",
                "INFRASTRUCTURE",
                "platform-team",
                LocalDate.of(2025, 9, 15),
                LocalDate.of(2027, 1, 31),
                mode == Mode.POST_FIX ? "FIX_CLAIMED" : "OPEN",
                mode == Mode.POST_FIX,
                declaredFault,
                symptoms,
                narrative);
    }
}
